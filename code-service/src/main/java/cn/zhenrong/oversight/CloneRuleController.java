package cn.zhenrong.oversight;

import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Words;
import cn.zhenrong.scan.CloneRule;
import cn.zhenrong.scan.CloneRuleBook;
import cn.zhenrong.scan.CloneThreshold;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The clone rules, and how well they did, for the association. Not public: who knows a threshold
/// stays below it.
@RestController
class CloneRuleController {
  private final Alerts alerts;
  private final CloneRuleBook book;

  CloneRuleController(Alerts alerts, CloneRuleBook book) {
    this.alerts = alerts;
    this.book = book;
  }

  /// What a rule does not use is left out.
  ///
  /// @param count so many places, devices, claims, codes or wrong codes
  /// @param devices in each place
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      int count,
      @Nullable Integer devices,
      @Nullable Long hours,
      @Nullable Long minutes,
      @Nullable Integer kilometres,
      @Nullable Integer kilometresAnHour) {
    static Line of(CloneThreshold line) {
      return new Line(
          line.count(),
          used(line.devices()),
          line.window().isZero() ? null : (Long) line.window().toHours(),
          line.gap().isZero() ? null : (Long) line.gap().toMinutes(),
          used(line.kilometres()),
          used(line.speed()));
    }

    private static @Nullable Integer used(int number) {
      return number == 0 ? null : number;
    }
  }

  /// @param onPage whether shoppers are told
  /// @param ownThresholds whether this installation set them (`zhenrong.scan.clone-thresholds`); if
  ///   not, they are those the program came with
  /// @param thresholds in force on the instance that answers; the rule hits at any of them
  /// @param falseShare false alarms of all closed alerts, from 0 to 1; left out before one is
  ///   closed
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RuleAnswer(
      CloneRule rule,
      boolean onPage,
      Words name,
      Words fact,
      Words why,
      boolean ownThresholds,
      List<Line> thresholds,
      long alerts,
      long codes,
      long hits,
      long closed,
      long falseAlarms,
      @Nullable String falseShare) {}

  @GetMapping("/api/v1/clone-rules")
  List<RuleAnswer> rules(@AuthenticationPrincipal Caller caller) {
    Map<CloneRule, RuleCount> counts = alerts.counts(caller);
    return Arrays.stream(CloneRule.values())
        .map(rule -> answer(rule, counts.getOrDefault(rule, RuleCount.none(rule))))
        .toList();
  }

  private RuleAnswer answer(CloneRule rule, RuleCount count) {
    CloneRuleBook.RuleWords words = book.words(rule);
    return new RuleAnswer(
        rule,
        words.onPage(),
        words.name(),
        words.fact(),
        words.why(),
        book.isOwn(rule),
        book.thresholds(rule).stream().map(Line::of).toList(),
        count.alerts(),
        count.codes(),
        count.hits(),
        count.closed(),
        count.falseAlarms(),
        count.closed() == 0 ? null : share(count.falseAlarms(), count.closed()));
  }

  private static String share(long part, long whole) {
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
