package cn.zhenrong.product;

import cn.zhenrong.conformity.Conformity;
import cn.zhenrong.conformity.Finding;
import cn.zhenrong.conformity.RuleSet;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.Party;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Tells a maker what its label still lacks. Reads only.
@RestController
class LabelCheckController {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Styles styles;
  private final Labels labels;
  private final Parties parties;
  private final Conformity conformity;
  private final Clock clock;

  LabelCheckController(
      Styles styles, Labels labels, Parties parties, Conformity conformity, Clock clock) {
    this.styles = styles;
    this.labels = labels;
    this.parties = parties;
    this.conformity = conformity;
    this.clock = clock;
  }

  /// @throws Problem not-found for a style that is not the caller's to see
  @GetMapping("/api/v1/styles/{id}/label-check")
  LabelCheck check(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    Style style = styles.get(caller, new StyleId(id));
    Party maker = parties.find(style.party()).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    List<Label> newest = labels.list(caller, style.id(), Listing.newest());
    Label label = newest.isEmpty() ? null : newest.getFirst();
    return LabelCheck.of(style, maker, label, scope(style, label));
  }

  private List<Finding> scope(Style style, @Nullable Label label) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
    RuleSet set = conformity.inForce("CN", today).orElse(null);
    return label == null || set == null || !style.markets().contains("CN")
        ? List.of()
        : conformity.scope(set.name(), label.composition(), style.goods());
  }
}
