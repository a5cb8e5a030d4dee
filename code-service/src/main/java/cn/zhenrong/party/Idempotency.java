package cn.zhenrong.party;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The answers given to requests that carried an `Idempotency-Key`, kept seven days.
///
/// The row is written before the work, in the work's own transaction: a second request with the
/// same key waits for the first to end, then gets its answer; if the first failed, its row is gone
/// and the second does the work.
@Service
public class Idempotency {
  private static final Duration KEPT = Duration.ofDays(7);
  private static final int SWEEP = 1000;

  /// An answer as it was given.
  ///
  /// @param mediaType null if the body is empty
  public record Answer(int status, @Nullable String mediaType, byte[] body) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Answer(int otherStatus, String otherType, byte[] otherBody)
          && status == otherStatus
          && java.util.Objects.equals(mediaType, otherType)
          && Arrays.equals(body, otherBody);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(body);
    }
  }

  private final IdempotencyMapper mapper;
  private final Clock clock;

  Idempotency(IdempotencyMapper mapper, Clock clock) {
    this.mapper = mapper;
    this.clock = clock;
  }

  /// Takes the key for this request, or tells what was answered under it before.
  ///
  /// @param digest SHA-256 over everything that makes the request what it is
  /// @return empty if the work is to be done now
  /// @throws Problem idempotency-key-reused if the key stood for another request
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Answer> begin(Caller caller, String key, byte[] digest) {
    try {
      Rows.one(mapper.insert(caller.party(), key, digest, now()));
      return Optional.empty();
    } catch (DuplicateKeyException e) {
      IdempotencyRow row = mapper.lock(caller.party(), key);
      if (row == null || row.status() == null || row.body() == null) {
        throw Problem.of(ProblemKind.STATE_CONFLICT);
      }
      if (!MessageDigest.isEqual(digest, row.requestDigest())) {
        throw Problem.of(ProblemKind.IDEMPOTENCY_KEY_REUSED);
      }
      return Optional.of(new Answer(row.status(), row.mediaType(), row.body()));
    }
  }

  /// Keeps the answer beside the key.
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(Caller caller, String key, Answer answer) {
    Rows.one(
        mapper.complete(caller.party(), key, answer.status(), answer.mediaType(), answer.body()));
  }

  /// Forgets answers older than seven days, a few at a time.
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
  void sweep() {
    mapper.deleteOlderThan(now().minus(KEPT), SWEEP);
  }

  private Instant now() {
    return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
  }
}
