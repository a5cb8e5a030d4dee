package cn.zhenrong.lifecycle;

import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Listing;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

/// Holds and recalls over HTTP, for the association.
@RestController
@RequestMapping("/api/v1/holds")
class HoldController {

  private final Holding holding;

  HoldController(Holding holding) {
    this.holding = holding;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record HoldAnswer(
      String id,
      NewHold.Scope scope,
      boolean recall,
      String reason,
      @Nullable String phone,
      @Nullable String remedy,
      String placedBy,
      Instant placedAt,
      @Nullable String releasedBy,
      @Nullable Instant releasedAt,
      @Nullable String releaseReason) {
    static HoldAnswer of(Hold hold, NewHold.@Nullable Scope scope, Caller placedBy) {
      return new HoldAnswer(
          Long.toString(hold.id()),
          Objects.requireNonNull(scope),
          hold.recall(),
          hold.reason(),
          hold.phone(),
          hold.remedy(),
          placedBy.personId().toString(),
          hold.since(),
          null,
          null,
          null);
    }

    static HoldAnswer of(HoldRow row) {
      return new HoldAnswer(
          Long.toString(row.id()),
          NewHold.Scope.of(row.scope()),
          row.recall(),
          row.reason(),
          row.phone(),
          row.remedy(),
          Long.toString(row.placedBy()),
          row.placedAt(),
          row.releasedBy() == null ? null : Long.toString(row.releasedBy()),
          row.releasedAt(),
          row.releaseReason());
    }
  }

  record ReleaseInput(@Nullable String reason) {}

  record Released(String id, Instant releasedAt) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  HoldAnswer place(@AuthenticationPrincipal Caller caller, @RequestBody NewHold body) {
    return HoldAnswer.of(holding.place(caller, body), body.scope(), caller);
  }

  /// Holds in force, or with `released=true` those that are over; newest first.
  @GetMapping
  List<HoldAnswer> page(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "false") boolean released,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String limit) {
    return holding.page(caller, released, Listing.read(limit, before)).stream()
        .map(HoldAnswer::of)
        .toList();
  }

  @PostMapping("/{hold}/release")
  Released release(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long hold,
      @RequestBody ReleaseInput body) {
    return new Released(Long.toString(hold), holding.release(caller, hold, body.reason()));
  }
}
