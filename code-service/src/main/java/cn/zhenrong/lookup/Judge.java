package cn.zhenrong.lookup;

import cn.zhenrong.evidence.ReportStatus;
import cn.zhenrong.keys.KeyStatus;
import cn.zhenrong.lifecycle.CodeState;
import cn.zhenrong.lifecycle.Hold;
import cn.zhenrong.lifecycle.Standing;
import cn.zhenrong.page.Situation;
import cn.zhenrong.scan.Queries;
import cn.zhenrong.scan.Suspicion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Picks the one situation to show: the strictest of everything known about a code. Pure, so that
/// the verdict table can be tested row by row.
final class Judge {
  private Judge() {}

  /// All that counts.
  ///
  /// @param hold the strictest hold in force, if any
  record Known(
      Standing standing,
      @Nullable Hold hold,
      ReportStatus report,
      KeyStatus key,
      SignatureCheck signature,
      Queries queries) {}

  static Situation situation(Known known) {
    Situation stopped = stopped(known);
    if (stopped != null) {
      return stopped;
    }
    Situation doubtful = doubtful(known);
    return doubtful == null ? valid(known) : doubtful;
  }

  /// Red: never to be bought, whatever else is true.
  private static @Nullable Situation stopped(Known known) {
    if (known.hold() != null && known.hold().recall()) {
      return Situation.RECALLED;
    }
    return switch (known.standing().state()) {
      case VOID, SPOILED, SAMPLED -> Situation.VOID;
      case REPLACED -> Situation.REPLACED;
      default -> null;
    };
  }

  /// Amber: wait, compare, ask. A signature that does not match comes first: it speaks of the label
  /// in the hand, the others of the batch.
  private static @Nullable Situation doubtful(Known known) {
    if (known.signature() == SignatureCheck.MISMATCH) {
      return Situation.SIGNATURE_MISMATCH;
    }
    if (known.hold() != null) {
      return Situation.ON_HOLD;
    }
    if (known.key() == KeyStatus.COMPROMISED) {
      return Situation.KEY_COMPROMISED;
    }
    if (known.report() != ReportStatus.VALID) {
      return Situation.REPORT_LAPSED;
    }
    return switch (known.standing().state()) {
      // A returned garment is nobody's to sell before it was inspected again.
      case ISSUED, RELEASED, RETURNED -> Situation.NOT_ACTIVATED;
      case ACTIVE, SHIPPED ->
          suspicions(known.standing(), known.queries()).isEmpty()
              ? null
              : Situation.CLONE_SUSPECTED;
      default -> null;
    };
  }

  /// What the clone rules saw of the garment that wears the code now: what came before it was sent
  /// back, inspected and sold again is over.
  static List<Suspicion> suspicions(Standing standing, Queries queries) {
    if (queries.suspicions().isEmpty()) {
      return List.of();
    }
    Instant since = standing.soldAgain() ? standing.since() : null;
    return queries.suspicions().stream()
        .filter(seen -> since == null || !seen.lastAt().isBefore(since))
        .toList();
  }

  private static Situation valid(Known known) {
    if (known.standing().state() == CodeState.DISPLAY) {
      return Situation.DISPLAY;
    }
    if (known.queries().byOthers() > 0) {
      return Situation.VALID_OTHERS;
    }
    if (known.queries().lastByThisDevice() != null) {
      return Situation.VALID_AGAIN;
    }
    return known.standing().soldAgain() ? Situation.VALID_RETURNED : Situation.VALID_FIRST;
  }
}
