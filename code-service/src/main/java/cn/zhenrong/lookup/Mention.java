package cn.zhenrong.lookup;

import cn.zhenrong.lifecycle.CodeState;
import cn.zhenrong.lifecycle.Hold;
import cn.zhenrong.lifecycle.Reason;
import cn.zhenrong.lifecycle.Standing;
import cn.zhenrong.page.VerdictFacts;
import cn.zhenrong.page.Wording;
import cn.zhenrong.problem.Words;
import cn.zhenrong.scan.Province;
import cn.zhenrong.scan.Queries;
import cn.zhenrong.scan.Suspicion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the words of a verdict may mention.
final class Mention {
  private Mention() {}

  static VerdictFacts of(Standing standing, @Nullable Hold hold, Queries queries) {
    VerdictFacts facts =
        queries.equals(Queries.NONE)
            ? VerdictFacts.NONE
            : VerdictFacts.NONE.queried(
                queries.sessions(), queries.first(), queries.lastByThisDevice());
    if (hold != null) {
      Wording remedy = hold.remedy() == null ? null : Wording.same(hold.remedy());
      return facts.because(Wording.same(hold.reason())).remedied(remedy, hold.phone());
    }
    if (standing.state() == CodeState.RETURNED) {
      facts = facts.sentBack();
    }
    if (standing.reason() != null) {
      facts = facts.because(reason(standing.reason(), standing.words()));
    }
    if (standing.successor() != null) {
      String text = standing.successor().text();
      facts = facts.replacedBy(text.substring(text.length() - 4));
    }
    return facts;
  }

  /// Where a code was verified first, as far as that is known.
  static @Nullable Wording province(Queries queries) {
    Province province = queries.firstProvince();
    return province == null ? null : new Wording(province.words().zh(), province.words().en());
  }

  /// The same with what the clone rules noticed, for a verdict that speaks of it.
  static VerdictFacts noticed(VerdictFacts facts, List<Suspicion> suspicions) {
    return facts.observing(
        suspicions.stream()
            .map(seen -> new Wording(seen.words().zh(), seen.words().en()))
            .toList());
  }

  private static Wording reason(Reason reason, @Nullable String words) {
    if (reason == Reason.OTHER && words != null) {
      return Wording.same(words);
    }
    Words text = reason.words();
    return new Wording(text.zh(), text.en());
  }
}
