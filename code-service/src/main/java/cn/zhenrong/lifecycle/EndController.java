package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.party.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The two ends of a batch over HTTP: cancelled before a label left the house, or closed when every
/// label is accounted for.
@RestController
@RequestMapping("/api/v1/batches/{batch}")
class EndController {
  private final Cancelling cancelling;
  private final Closing closing;

  EndController(Cancelling cancelling, Closing closing) {
    this.cancelling = cancelling;
    this.closing = closing;
  }

  /// @param reason in the person's own words
  record Cancellation(@Nullable String reason) {}

  record Cancelled(String id, BatchStatus status) {}

  /// @param balanced whether count and record agree
  /// @param left unused labels by record
  /// @param closedAt null unless the batch is closed
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ClosingAnswer(
      String id,
      boolean balanced,
      long left,
      Differences.Told differences,
      @Nullable Instant closedAt,
      @Nullable String closedBy) {
    static ClosingAnswer of(long batch, Closing.Result result) {
      EndRow end = result.end();
      return new ClosingAnswer(
          Long.toString(batch),
          result.differences().none(),
          result.differences().left(),
          result.differences().told(),
          end == null ? null : end.at(),
          end == null ? null : Long.toString(end.personId()));
    }
  }

  @PostMapping("/cancellation")
  Cancelled cancel(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long batch,
      @RequestBody Cancellation body) {
    cancelling.cancel(caller, new BatchId(batch), body.reason());
    return new Cancelled(Long.toString(batch), BatchStatus.CANCELLED);
  }

  /// The labels that are unused by record, as `missing` from a count that found none.
  @GetMapping("/closing")
  ClosingAnswer look(@AuthenticationPrincipal Caller caller, @PathVariable long batch) {
    return ClosingAnswer.of(batch, closing.look(caller, new BatchId(batch)));
  }

  @PostMapping("/closing")
  ClosingAnswer close(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long batch,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestBody Count body) {
    return ClosingAnswer.of(batch, closing.close(caller, new BatchId(batch), body, dryRun));
  }
}
