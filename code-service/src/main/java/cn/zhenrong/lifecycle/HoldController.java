package cn.zhenrong.lifecycle;

import cn.zhenrong.party.Caller;
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
      String placedBy,
      Instant placedAt) {
    static HoldAnswer of(Hold hold, NewHold.@Nullable Scope scope, Caller placedBy) {
      return new HoldAnswer(
          Long.toString(hold.id()),
          Objects.requireNonNull(scope),
          hold.recall(),
          hold.reason(),
          hold.phone(),
          placedBy.personId().toString(),
          hold.since());
    }

    static HoldAnswer of(HoldRow row) {
      return new HoldAnswer(
          Long.toString(row.id()),
          NewHold.Scope.of(row.scope()),
          row.recall(),
          row.reason(),
          row.phone(),
          Long.toString(row.placedBy()),
          row.placedAt());
    }
  }

  record ReleaseInput(@Nullable String reason) {}

  record Released(String id, Instant releasedAt) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  HoldAnswer place(@AuthenticationPrincipal Caller caller, @RequestBody NewHold body) {
    return HoldAnswer.of(holding.place(caller, body), body.scope(), caller);
  }

  @GetMapping
  List<HoldAnswer> inForce(@AuthenticationPrincipal Caller caller) {
    return holding.inForce(caller).stream().map(HoldAnswer::of).toList();
  }

  @PostMapping("/{hold}/release")
  Released release(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long hold,
      @RequestBody ReleaseInput body) {
    return new Released(Long.toString(hold), holding.release(caller, hold, body.reason()));
  }
}
