package cn.zhenrong.product;

import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Composition labels over HTTP. There is no way to change one.
@RestController
@RequestMapping("/api/v1/styles/{style}/labels")
class LabelController {
  private final Labels labels;

  LabelController(Labels labels) {
    this.labels = labels;
  }

  /// @param text the composition as one line in each language
  record LabelAnswer(
      String id, String styleId, List<RawPart> parts, Words text, Instant createdAt) {
    static LabelAnswer of(Label label) {
      return new LabelAnswer(
          label.id().toString(),
          label.style().toString(),
          label.composition().raw(),
          new Words(label.composition().chinese(), label.composition().english()),
          label.createdAt());
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  LabelAnswer register(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long style,
      @RequestBody NewLabel input) {
    return LabelAnswer.of(labels.register(caller, new StyleId(style), input));
  }

  @GetMapping
  List<LabelAnswer> list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long style,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String before) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    return labels.list(caller, new StyleId(style), Listing.read(limit, before)).stream()
        .map(LabelAnswer::of)
        .toList();
  }

  @GetMapping("/{id}")
  LabelAnswer get(
      @AuthenticationPrincipal Caller caller, @PathVariable long style, @PathVariable long id) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    return LabelAnswer.of(ofStyle(caller, style, id));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal Caller caller, @PathVariable long style, @PathVariable long id) {
    caller.require(Role.MAKER);
    labels.remove(caller, ofStyle(caller, style, id).id());
  }

  private Label ofStyle(Caller caller, long style, long id) {
    Label label = labels.get(caller, new LabelId(id));
    if (label.style().value() != style) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    return label;
  }
}
