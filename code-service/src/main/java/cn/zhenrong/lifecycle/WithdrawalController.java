package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Code;
import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Words;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Taking one code out of use, over HTTP.
@RestController
@RequestMapping("/api/v1/codes/{serial}")
class WithdrawalController {
  private final Withdrawing withdrawing;
  private final Replacing replacing;

  WithdrawalController(Withdrawing withdrawing, Replacing replacing) {
    this.withdrawing = withdrawing;
    this.replacing = replacing;
  }

  record Voided(String serial, CodeState status) {}

  /// @param successor a label of the batch nobody used; null takes the one with the highest number
  ///   of the same line that nobody used and that is in no sealed box
  record Replacement(@Nullable String reason, @Nullable String words, @Nullable String successor) {}

  /// @param successorSequence the number on the label to sew in instead
  /// @param successorStatus it keeps its own state and is activated like any other
  /// @param next what is left to do; null if nothing is
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Replaced(
      String serial,
      CodeState status,
      String successor,
      long successorSequence,
      CodeState successorStatus,
      @Nullable Words next) {

    static Replaced of(Replacing.Pair pair) {
      return new Replaced(
          pair.predecessor().text(),
          CodeState.REPLACED,
          pair.successor().text(),
          pair.sequence(),
          pair.standsAt(),
          pair.standsAt().isUnused()
              ? LifeTexts.TEXTS.words("replace.next", pair.sequence())
              : null);
    }
  }

  @PostMapping("/void")
  Voided voidCode(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String serial,
      @RequestBody ReasonInput body) {
    Code code = withdrawing.voidCode(caller, serial, body);
    return new Voided(code.serial().text(), CodeState.VOID);
  }

  /// Puts another label in the place of one. The new label has to be sewn in and activated.
  @PostMapping("/replace")
  Replaced replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String serial,
      @RequestBody Replacement body) {
    return Replaced.of(
        replacing.replace(
            caller, serial, new ReasonInput(body.reason(), body.words()), body.successor()));
  }
}
