package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Code;
import cn.zhenrong.party.Caller;
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

  /// @param successor null takes a spare
  record Replacement(@Nullable String reason, @Nullable String words, @Nullable String successor) {}

  record Replaced(String serial, CodeState status, String successor) {}

  @PostMapping("/void")
  Voided voidCode(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String serial,
      @RequestBody ReasonInput body) {
    Code code = withdrawing.voidCode(caller, serial, body);
    return new Voided(code.serial().text(), CodeState.VOID);
  }

  @PostMapping("/replace")
  Replaced replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String serial,
      @RequestBody Replacement body) {
    Replacing.Pair pair =
        replacing.replace(
            caller, serial, new ReasonInput(body.reason(), body.words()), body.successor());
    return new Replaced(pair.predecessor().text(), CodeState.REPLACED, pair.successor().text());
  }
}
