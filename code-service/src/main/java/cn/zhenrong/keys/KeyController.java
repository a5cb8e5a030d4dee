package cn.zhenrong.keys;

import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.time.Instant;
import java.util.List;
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

/// The keys as the association keeps them.
@RestController
@RequestMapping("/api/v1/keys")
class KeyController {
  private final Keys keys;
  private final KeyStates states;

  KeyController(Keys keys, KeyStates states) {
    this.keys = keys;
    this.states = states;
  }

  /// @param held whether the instance that answers has the private half and may use it
  record KeyAnswer(
      int slot,
      String kid,
      String alg,
      KeyStatus status,
      Instant notBefore,
      Instant notAfter,
      @Nullable String successor,
      @Nullable String reason,
      @Nullable Instant changedAt,
      boolean held) {}

  record EpochAnswer(int epoch, Instant startedAt) {}

  /// @param currentSlot whose key this instance gives to batches accepted now; null if every key
  ///   has ended
  /// @param currentEpoch whose serials such batches have
  record AllKeys(
      @Nullable Integer currentSlot,
      int currentEpoch,
      List<KeyAnswer> keys,
      List<EpochAnswer> epochs) {}

  @GetMapping
  AllKeys all(@AuthenticationPrincipal Caller caller) {
    caller.require(Role.ASSOCIATION);
    return new AllKeys(
        keys.current().map(SigningKey::slot).orElse(null),
        keys.currentEpoch(),
        keys.all().stream().map(this::answer).toList(),
        keys.epochs().stream().map(row -> new EpochAnswer(row.epoch(), row.createdAt())).toList());
  }

  @PostMapping("/{slot}/status")
  KeyAnswer change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable int slot,
      @RequestBody NewStatus input) {
    states.change(caller, slot, input);
    keys.refresh();
    return answer(keys.key(slot).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND)));
  }

  @PostMapping("/epochs")
  @ResponseStatus(HttpStatus.CREATED)
  EpochAnswer startEpoch(@AuthenticationPrincipal Caller caller) {
    int epoch = states.nextEpoch(caller);
    keys.refresh();
    EpochRow row = keys.epochs().get(epoch);
    return new EpochAnswer(row.epoch(), row.createdAt());
  }

  private KeyAnswer answer(SigningKey key) {
    return new KeyAnswer(
        key.slot(),
        key.kid(),
        key.key().algorithm().name(),
        key.status(),
        key.notBefore(),
        key.notAfter(),
        key.successor(),
        key.reason(),
        key.changedAt(),
        keys.holds(key.slot()));
  }
}
