package cn.zhenrong.keys;

import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the association decides about keys: what each may still do, and when the next serial key
/// begins.
@Service
class KeyStates {
  private static final int LONGEST_REASON = 500;
  private static final int LAST_EPOCH = 31;
  private static final List<KeyStatus> NEXT =
      List.of(KeyStatus.CLOSING, KeyStatus.RETIRED, KeyStatus.COMPROMISED);

  private final KeyMapper mapper;
  private final Keys keys;
  private final KeyChoice choice;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  KeyStates(
      KeyMapper mapper,
      Keys keys,
      KeyChoice choice,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.mapper = mapper;
    this.keys = keys;
    this.choice = choice;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// Changes what a key may still do.
  ///
  /// @throws Problem not-found, state-conflict for a way that does not exist, for the last key that
  ///   could sign codes or manifests of new batches, or for a key that is still needed
  @Transactional
  public void change(Caller caller, int slot, NewStatus input) {
    caller.require(Role.ASSOCIATION);
    Fields fields = new Fields();
    KeyStatus next = fields.choice("status", input.status(), NEXT);
    String reason = fields.text("reason", input.reason(), LONGEST_REASON);
    fields.check();
    List<SigningKey> all = mapper.lockKeys().stream().map(SigningKeyRow::key).toList();
    SigningKey key =
        all.stream()
            .filter(one -> one.slot() == slot)
            .findFirst()
            .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    if (!key.status().mayBecome(next)) {
      throw KeyTexts.problem(ProblemKind.STATE_CONFLICT, "key.no-way", slot, key.status(), next);
    }
    List<SigningKey> others = others(all, key);
    if (next == KeyStatus.CLOSING && isLast(key, others)) {
      throw KeyTexts.problem(ProblemKind.STATE_CONFLICT, "key.last", slot);
    }
    if (next == KeyStatus.RETIRED) {
      events.publishEvent(new KeyRetiring(slot));
    }
    String successor = key.successor() == null ? heir(others, key) : key.successor();
    Rows.one(mapper.change(slot, key.status(), next, successor, reason, now()));
    audit.note(
        caller, "key." + next.name().toLowerCase(java.util.Locale.ROOT), "key/" + slot, reason);
  }

  /// Starts the next epoch: from now on serials are enciphered with another key.
  ///
  /// @return its number
  /// @throws Problem state-conflict after the last, or if somebody else starts one at this moment
  @Transactional
  public int nextEpoch(Caller caller) {
    caller.require(Role.ASSOCIATION);
    int next = mapper.epochs().getLast().epoch() + 1;
    if (next > LAST_EPOCH) {
      throw KeyTexts.problem(ProblemKind.STATE_CONFLICT, "epoch.last", LAST_EPOCH);
    }
    try {
      Rows.one(mapper.insertEpoch(new EpochRow(next, keys.serials().witness(next), now())));
    } catch (DuplicateKeyException e) {
      throw KeyTexts.problem(ProblemKind.STATE_CONFLICT, "epoch.started", next);
    }
    audit.note(caller, "key.epoch", "epoch/" + next, null);
    return next;
  }

  /// The other keys that sign what is new, the newest first.
  private List<SigningKey> others(List<SigningKey> all, SigningKey key) {
    return all.stream()
        .filter(other -> other.slot() != key.slot() && other.isCurrentAt(now()))
        .sorted(KeyRegister.NEWEST_FIRST)
        .toList();
  }

  /// Whether no other key does what this one does for new batches.
  private boolean isLast(SigningKey key, List<SigningKey> others) {
    return choice.signsCodes(key) && others.stream().noneMatch(choice::signsCodes)
        || choice.signsManifests(key) && others.stream().noneMatch(choice::signsManifests);
  }

  /// The kid of the key that does the work once this one takes no more: one of the same algorithm
  /// if there is one; null if there is none.
  private @Nullable String heir(List<SigningKey> others, SigningKey key) {
    Optional<SigningKey> heir =
        others.stream()
            .filter(other -> other.key().algorithm() == key.key().algorithm())
            .findFirst()
            .or(() -> others.stream().filter(other -> isForSameWork(key, other)).findFirst());
    return heir.isPresent() ? heir.get().kid() : null;
  }

  private boolean isForSameWork(SigningKey key, SigningKey other) {
    return choice.signsCodes(key) ? choice.signsCodes(other) : choice.signsManifests(other);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
