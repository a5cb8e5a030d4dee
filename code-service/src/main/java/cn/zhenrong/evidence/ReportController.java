package cn.zhenrong.evidence;

import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Listing;
import java.util.List;
import java.util.Map;
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

/// Test reports over HTTP: a maker's own, all of them for the association.
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {
  private final Reports reports;
  private final Alarms alarms;
  private final ReportReview review;

  ReportController(Reports reports, Alarms alarms, ReportReview review) {
    this.reports = reports;
    this.alarms = alarms;
    this.review = review;
  }

  record Reason(@Nullable String reason) {}

  /// @param other id of the report an alarm is about
  record Closure(@Nullable String reason, @Nullable String other) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ReportAnswer record(@AuthenticationPrincipal Caller caller, @RequestBody NewReport input) {
    return answer(caller, reports.record(caller, input));
  }

  @GetMapping
  List<ReportAnswer> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String before) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    List<Report> found = reports.list(caller, Listing.read(limit, before));
    Map<ReportId, List<Alarm>> raised = alarms.of(found);
    return found.stream()
        .map(report -> ReportAnswer.of(report, raised.getOrDefault(report.id(), List.of()), caller))
        .toList();
  }

  @GetMapping("/{id}")
  ReportAnswer get(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    return answer(caller, reports.get(caller, new ReportId(id)));
  }

  @PostMapping("/{id}/withdrawal")
  ReportAnswer withdraw(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody Reason input) {
    return answer(caller, review.withdraw(caller, new ReportId(id), input.reason()));
  }

  @PostMapping("/{id}/retraction")
  ReportAnswer retract(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody Reason input) {
    return answer(caller, review.retract(caller, new ReportId(id), input.reason()));
  }

  @PostMapping("/{id}/alarms/{code}/closure")
  ReportAnswer closeAlarm(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @PathVariable String code,
      @RequestBody Closure input) {
    return answer(
        caller, review.closeAlarm(caller, new ReportId(id), code, input.reason(), input.other()));
  }

  private ReportAnswer answer(Caller caller, Report report) {
    return ReportAnswer.of(report, alarms.now(report), caller);
  }
}
