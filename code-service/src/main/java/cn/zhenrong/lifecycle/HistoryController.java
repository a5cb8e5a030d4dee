package cn.zhenrong.lifecycle;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Balance of a batch and history of a code, over HTTP, for staff.
@RestController
@RequestMapping("/api/v1")
class HistoryController {
  private final Histories histories;
  private final Rebuilding rebuilding;

  HistoryController(Histories histories, Rebuilding rebuilding) {
    this.histories = histories;
    this.rebuilding = rebuilding;
  }

  /// One event, serials as text.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EventAnswer(
      Instant at,
      Move move,
      CodeState from,
      CodeState to,
      @Nullable Reason reason,
      @Nullable String words,
      @Nullable String successor,
      @Nullable String replaces,
      @Nullable String person,
      String requestId) {
    static EventAnswer of(Histories.Event event) {
      return new EventAnswer(
          event.at(),
          event.move(),
          event.from(),
          event.to(),
          event.reason(),
          event.words(),
          text(event.successor()),
          text(event.predecessor()),
          event.person(),
          event.requestId());
    }

    private static @Nullable String text(@Nullable Serial serial) {
      return serial == null ? null : serial.text();
    }
  }

  record HistoryAnswer(
      String serial,
      String batch,
      long sequence,
      CodeState status,
      List<EventAnswer> events,
      List<BoxAnswer> boxes) {}

  @GetMapping("/batches/{batch}/balance")
  Balance balance(@AuthenticationPrincipal Caller caller, @PathVariable long batch) {
    return histories.balance(caller, new BatchId(batch));
  }

  @GetMapping("/codes/{serial}/history")
  HistoryAnswer history(@AuthenticationPrincipal Caller caller, @PathVariable String serial) {
    Histories.History history = histories.history(caller, serial);
    List<EventAnswer> events = history.events().stream().map(EventAnswer::of).toList();
    return new HistoryAnswer(
        history.code().serial().text(),
        history.code().batch().id().toString(),
        history.code().sequence(),
        events.isEmpty() ? CodeState.ISSUED : events.getLast().to(),
        events,
        history.boxes().stream().map(BoxAnswer::of).toList());
  }

  /// Compares what is kept about a batch's codes with its events and puts right what differs.
  @PostMapping("/batches/{batch}/rebuild")
  Rebuilding.Rebuilt rebuild(@AuthenticationPrincipal Caller caller, @PathVariable long batch) {
    caller.require(Role.ASSOCIATION);
    return rebuilding.rebuild(new BatchId(batch));
  }
}
