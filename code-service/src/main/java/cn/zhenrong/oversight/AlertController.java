package cn.zhenrong.oversight;

import cn.zhenrong.oversight.Alerts.Alert;
import cn.zhenrong.oversight.Alerts.Hit;
import cn.zhenrong.oversight.Alerts.Opened;
import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Words;
import cn.zhenrong.scan.CloneRule;
import cn.zhenrong.scan.CloneRuleBook;
import cn.zhenrong.scan.Province;
import cn.zhenrong.scan.ProvinceSet;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Alerts over HTTP, for the association.
@RestController
@RequestMapping("/api/v1/alerts")
class AlertController {
  private static final long LAST_SEQUENCE = 100_000_000;

  private final Alerts alerts;
  private final CloneRuleBook book;

  AlertController(Alerts alerts, CloneRuleBook book) {
    this.alerts = alerts;
    this.book = book;
  }

  enum Status {
    OPEN,
    CLOSED
  }

  /// @param why what it may mean, and what else it may be
  /// @param cause `batch/…` or `network/…`; what has the same cause is one alert
  /// @param hits how often the rule hit; wrong codes for `PROBING`
  /// @param samples serials, at most 5
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AlertAnswer(
      String id,
      CloneRule rule,
      Words name,
      Words why,
      String cause,
      @Nullable String batch,
      @Nullable String maker,
      Status status,
      Instant firstAt,
      Instant lastAt,
      long hits,
      long codes,
      List<Words> provinces,
      List<String> samples,
      @Nullable AlertOutcome outcome,
      @Nullable String words,
      @Nullable String closedBy,
      @Nullable Instant closedAt) {
    static AlertAnswer of(Alert alert, CloneRuleBook.RuleWords rule) {
      AlertRow row = alert.row();
      return new AlertAnswer(
          Long.toString(row.id()),
          row.rule(),
          rule.name(),
          rule.why(),
          row.cause(),
          alert.batch() == null ? null : alert.batch().id().toString(),
          alert.batch() == null ? null : alert.batch().party().toString(),
          row.outcome() == null ? Status.OPEN : Status.CLOSED,
          row.firstAt(),
          row.lastAt(),
          row.hits(),
          row.codes(),
          ProvinceSet.of(row.provinces()).stream().map(Province::words).toList(),
          alert.samples(),
          row.outcome(),
          row.words(),
          row.closedBy() == null ? null : row.closedBy().toString(),
          row.closedAt());
    }
  }

  /// What the rule saw of one code.
  ///
  /// @param words the fact in words
  /// @param dismissedAt when a person found nothing wrong
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HitAnswer(
      String serial,
      long sequence,
      Words words,
      Instant firstAt,
      Instant lastAt,
      long hits,
      @Nullable Instant dismissedAt) {
    static HitAnswer of(Hit hit) {
      return new HitAnswer(
          hit.serial(),
          hit.sequence(),
          hit.suspicion().words(),
          hit.suspicion().firstAt(),
          hit.suspicion().lastAt(),
          hit.suspicion().hits(),
          hit.suspicion().dismissedAt());
    }
  }

  /// @param timeline by day in China, newest first
  /// @param codes by sequence number, at most 100
  /// @param next sequence number to go on after; left out on the last page
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WholeAlert(
      AlertAnswer alert, List<AlertDay> timeline, List<HitAnswer> codes, @Nullable Long next) {}

  /// Newest first.
  ///
  /// @param status `OPEN` or `CLOSED`; left out means both
  @GetMapping
  List<AlertAnswer> page(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String limit) {
    Fields fields = new Fields();
    Status wanted = fields.optionalChoice("status", status, List.of(Status.values()));
    Listing listing = Listing.read(fields, limit, before);
    fields.check();
    Boolean open = wanted == null ? null : (Boolean) (wanted == Status.OPEN);
    return alerts.page(caller, open, listing).stream().map(this::answer).toList();
  }

  @GetMapping("/{alert}")
  WholeAlert get(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long alert,
      @RequestParam(required = false) @Nullable Long after) {
    Fields fields = new Fields();
    long from = after == null ? 0 : fields.number("after", after, 0, LAST_SEQUENCE);
    fields.check();
    return whole(alerts.get(caller, alert, from));
  }

  @PostMapping("/{alert}/closing")
  WholeAlert close(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long alert,
      @RequestBody NewClosing body) {
    return whole(alerts.close(caller, alert, body));
  }

  private WholeAlert whole(Opened opened) {
    List<HitAnswer> codes = opened.hits().stream().map(HitAnswer::of).toList();
    Long next = codes.size() < Alerts.MOST_CODES ? null : (Long) codes.getLast().sequence();
    return new WholeAlert(answer(opened.alert()), opened.days(), codes, next);
  }

  private AlertAnswer answer(Alert alert) {
    return AlertAnswer.of(alert, book.words(alert.row().rule()));
  }
}
