package cn.zhenrong.evidence;

import cn.zhenrong.evidence.Labs.Lab;
import cn.zhenrong.evidence.NewLab.NewAccreditation;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Listing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Laboratories over HTTP: written by the association, read by makers.
@RestController
@RequestMapping("/api/v1/labs")
class LabController {
  private final Labs labs;

  LabController(Labs labs) {
    this.labs = labs;
  }

  record Marks(
      @Nullable List<@Nullable NewAccreditation> accreditations, @Nullable String reason) {}

  /// @param checkUrl left out means none
  record NewLink(@Nullable String checkUrl, @Nullable String reason) {}

  record AccreditationAnswer(
      String mark, String certificate, LocalDate validFrom, LocalDate validUntil) {}

  record LabAnswer(
      String id,
      String name,
      @Nullable String checkUrl,
      List<AccreditationAnswer> accreditations,
      Instant createdAt) {
    static LabAnswer of(Lab lab) {
      return new LabAnswer(
          Long.toString(lab.row().id()),
          lab.row().name(),
          lab.row().checkUrl(),
          lab.accreditations().stream()
              .map(one ->
                  new AccreditationAnswer(
                      one.mark(), one.certificate(), one.validFrom(), one.validUntil()))
              .toList(),
          lab.row().createdAt());
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  LabAnswer register(@AuthenticationPrincipal Caller caller, @RequestBody NewLab input) {
    return LabAnswer.of(labs.register(caller, input));
  }

  @PutMapping("/{id}/accreditations")
  LabAnswer accredit(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody Marks input) {
    return LabAnswer.of(labs.accredit(caller, id, input.accreditations(), input.reason()));
  }

  @PutMapping("/{id}/check-url")
  LabAnswer relink(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody NewLink input) {
    return LabAnswer.of(labs.relink(caller, id, input.checkUrl(), input.reason()));
  }

  @GetMapping
  List<LabAnswer> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String before) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    return labs.list(Listing.read(limit, before)).stream().map(LabAnswer::of).toList();
  }
}
