package cn.zhenrong.issue;

import cn.zhenrong.party.Caller;
import cn.zhenrong.party.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Makers' limits over HTTP.
@RestController
@RequestMapping("/api/v1/parties/{party}/issuing")
class LimitController {
  private final Limits limits;

  LimitController(Limits limits) {
    this.limits = limits;
  }

  /// @param month such as `2026-11`, in China
  /// @param used garments accepted in that month
  /// @param left null without a quota
  record LimitAnswer(
      String party,
      @Nullable Long quota,
      @Nullable Long approvalAbove,
      String month,
      long used,
      @Nullable Long left) {
    static LimitAnswer of(Limits.Use use) {
      return new LimitAnswer(
          use.party().toString(),
          use.limit().quota(),
          use.limit().approvalAbove(),
          use.month().toString(),
          use.used(),
          use.left());
    }
  }

  @GetMapping
  LimitAnswer get(@AuthenticationPrincipal Caller caller, @PathVariable long party) {
    return LimitAnswer.of(limits.get(caller, new PartyId(party)));
  }

  @PutMapping
  LimitAnswer set(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long party,
      @RequestBody NewLimit input) {
    return LimitAnswer.of(limits.set(caller, new PartyId(party), input));
  }
}
