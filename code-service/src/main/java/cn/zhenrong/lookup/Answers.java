package cn.zhenrong.lookup;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.lifecycle.Hold;
import cn.zhenrong.lifecycle.Holds;
import cn.zhenrong.lifecycle.Standing;
import cn.zhenrong.lifecycle.Standings;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictFacts;
import cn.zhenrong.redis.TwoLevels;
import cn.zhenrong.scan.Queries;
import cn.zhenrong.scan.Sender;
import cn.zhenrong.scan.Verifications;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;

/// Answers what is true of a code now. Reads only, and from memory where it can.
///
/// Every answer is at most half a minute old or does not say that a code is good: with the store
/// away for longer, only what warns still stands, and what a signature vouches for.
@Service
class Answers {
  private static final int LONGEST_CHAIN = 10;
  private static final Set<Situation> GOOD =
      EnumSet.of(
          Situation.VALID_FIRST,
          Situation.VALID_AGAIN,
          Situation.VALID_OTHERS,
          Situation.VALID_RETURNED,
          Situation.DISPLAY);

  private final Codes codes;
  private final KnownFacts facts;
  private final Standings standings;
  private final Holds holds;
  private final Keys keys;
  private final Signatures signatures;
  private final Verifications verifications;
  private final Verdicts verdicts;

  Answers(
      Codes codes,
      KnownFacts facts,
      Standings standings,
      Holds holds,
      Keys keys,
      Signatures signatures,
      Verifications verifications,
      Verdicts verdicts) {
    this.codes = codes;
    this.facts = facts;
    this.standings = standings;
    this.holds = holds;
    this.keys = keys;
    this.signatures = signatures;
    this.verifications = verifications;
    this.verdicts = verdicts;
  }

  /// The code a serial stands for, if it was ever issued. Junk costs no store call.
  ///
  /// @throws DataAccessException if the store is away and its batch is not known
  Optional<Code> find(Serial serial) {
    return codes.shown(serial);
  }

  /// The answer for a code that was issued.
  ///
  /// @param signature value of the `S` parameter, null if the text had none
  /// @param sender who asks; told apart only where somebody asked before
  /// @throws DataAccessException if the store is away and what is known is not enough
  Answer answer(Code code, @Nullable String signature, Sender sender) {
    Batch batch = code.batch();
    SignatureCheck check =
        signature == null
            ? SignatureCheck.ABSENT
            : signatures.check(code.path(), batch.slot(), batch.statement(), signature);
    TwoLevels.Told<Facts> known = facts.of(batch);
    Standings.Shown shown = standings.of(code);
    Standing standing = shown.standing();
    Hold hold = strictest(code, standing);
    Queries queries = verifications.queries(code, sender);
    Situation situation =
        Judge.situation(
            new Judge.Known(
                standing,
                hold,
                known.value().report().status(),
                keys.status(batch.slot()),
                check,
                queries));
    // A store that is slow and not away leaves some of it old and some not.
    if (GOOD.contains(situation)
        && !(holds.areCurrent() && known.isCurrent() && shown.isCurrent())) {
      situation = lastKnown(check);
    }
    VerdictFacts mention = Mention.of(standing, hold, queries);
    if (situation == Situation.CLONE_SUSPECTED) {
      mention = Mention.noticed(mention, Judge.suspicions(standing, queries));
    }
    Worded verdict = verdicts.of(situation, mention);
    return new Answer(code, known.value(), standing, hold, check, queries, verdict);
  }

  private static Situation lastKnown(SignatureCheck check) {
    if (check == SignatureCheck.VALID) {
      return Situation.SIGNATURE_ONLY;
    }
    throw new DataAccessResourceFailureException("the store was not heard of for too long");
  }

  /// The strictest hold on a code or on what it replaced, for answers that need nothing else.
  Optional<Hold> hold(Code code) {
    return Optional.ofNullable(strictest(code, standings.of(code).standing()));
  }

  /// A replaced label keeps what lies on the labels before it: the garment is the same.
  private @Nullable Hold strictest(Code code, Standing standing) {
    Hold hold = holds.on(code).orElse(null);
    Standing at = standing;
    for (int i = 0; i < LONGEST_CHAIN && at.predecessor() != null; i++) {
      Code before = codes.shown(at.predecessor()).orElse(null);
      if (before == null) {
        return hold;
      }
      Hold older = holds.on(before).orElse(null);
      hold = older != null && (hold == null || older.recall()) ? older : hold;
      at = standings.of(before).standing();
    }
    return hold;
  }
}
