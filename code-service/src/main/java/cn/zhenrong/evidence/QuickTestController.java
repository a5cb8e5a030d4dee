package cn.zhenrong.evidence;

import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import cn.zhenrong.product.StyleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Quick tests over HTTP.
@RestController
@RequestMapping("/api/v1/styles/{style}/quick-tests")
class QuickTestController {
  private static final Texts TEXTS = Texts.beside(QuickTestController.class);

  private final QuickTests tests;

  QuickTestController(QuickTests tests) {
    this.tests = tests;
  }

  /// @param notice says with every result what it is not
  record QuickTestAnswer(
      String id,
      String styleId,
      String operator,
      String device,
      @Nullable String lot,
      String result,
      LocalDate testedOn,
      Words notice,
      Instant createdAt) {
    static QuickTestAnswer of(QuickTestRow row) {
      return new QuickTestAnswer(
          Long.toString(row.id()),
          Long.toString(row.styleId()),
          row.operator(),
          row.device(),
          row.lot(),
          row.result(),
          row.testedOn(),
          TEXTS.words("quick.notice"),
          row.createdAt());
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  QuickTestAnswer record(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long style,
      @RequestBody NewQuickTest input) {
    return QuickTestAnswer.of(tests.record(caller, new StyleId(style), input));
  }

  @GetMapping
  List<QuickTestAnswer> list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long style,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String before) {
    return tests.list(caller, new StyleId(style), Listing.read(limit, before)).stream()
        .map(QuickTestAnswer::of)
        .toList();
  }
}
