package cn.zhenrong.lookup;

import cn.zhenrong.code.Serial;
import cn.zhenrong.evidence.Labs;
import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.Reports;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.lifecycle.Hold;
import cn.zhenrong.lifecycle.Holds;
import cn.zhenrong.lifecycle.Life;
import cn.zhenrong.lifecycle.Standing;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.party.Parties;
import cn.zhenrong.product.Labels;
import cn.zhenrong.product.Styles;
import cn.zhenrong.scan.Device;
import cn.zhenrong.scan.Queries;
import cn.zhenrong.scan.Verifications;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Answers what is true of a code now. Reads only; never asks Redis, so it answers without it.
@Service
class Answers {
  /// A withdrawn report shows within this time.
  private static final int LONGEST_CHAIN = 10;

  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Codes codes;
  private final Batches batches;
  private final Records records;
  private final Life life;
  private final Holds holds;
  private final Keys keys;
  private final Signatures signatures;
  private final Verifications verifications;
  private final Cache<Long, Facts> facts =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

  Answers(
      Codes codes,
      Batches batches,
      Records records,
      Life life,
      Holds holds,
      Keys keys,
      Signatures signatures,
      Verifications verifications) {
    this.codes = codes;
    this.batches = batches;
    this.records = records;
    this.life = life;
    this.holds = holds;
    this.keys = keys;
    this.signatures = signatures;
    this.verifications = verifications;
  }

  /// The records a batch stands on.
  @org.springframework.stereotype.Component
  record Records(Styles styles, Labels labels, Reports reports, Labs labs, Parties parties) {}

  /// The code a serial stands for, if it was ever issued. Junk costs no store call.
  Optional<Code> find(Serial serial) {
    return codes.find(serial);
  }

  /// The answer for a code that was issued.
  ///
  /// @param signature value of the `S` parameter, null if the text had none
  Answer answer(Code code, @Nullable String signature, Device device) {
    Batch batch = code.batch();
    Facts known = facts.get(batch.id().value(), _ -> load(batch));
    Standing standing = life.standing(code);
    Hold hold = strictest(code, standing);
    SignatureCheck check =
        signatures.check(code.path(), batch.slot(), batch.statement(), signature);
    Queries queries = verifications.queries(code, device);
    Situation situation =
        Judge.situation(
            new Judge.Known(
                standing,
                hold,
                known.report().status(),
                keys.status(batch.slot()),
                check,
                queries));
    VerdictBar verdict = VerdictBar.of(situation, Mention.of(standing, hold, queries));
    return new Answer(code, known, standing, hold, check, queries, verdict);
  }

  /// A replaced label keeps what lies on the labels before it: the garment is the same.
  private @Nullable Hold strictest(Code code, Standing standing) {
    Hold hold = holds.on(code).orElse(null);
    Standing at = standing;
    for (int i = 0; i < LONGEST_CHAIN && at.predecessor() != null; i++) {
      Code before = codes.find(at.predecessor()).orElse(null);
      if (before == null) {
        return hold;
      }
      Hold older = holds.on(before).orElse(null);
      hold = older != null && (hold == null || older.recall()) ? older : hold;
      at = life.standing(before);
    }
    return hold;
  }

  private Facts load(Batch batch) {
    Report report = records.reports().find(batch.report()).orElseThrow();
    return new Facts(
        records.styles().find(batch.style()).orElseThrow(),
        records.labels().find(batch.label()).orElseThrow(),
        report,
        records.parties().find(batch.party()).orElseThrow(),
        batches.decision(batch.id()),
        records.labs().checkUrl(report).orElse(null));
  }
}
