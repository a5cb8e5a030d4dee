package cn.zhenrong.lookup;

import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.VerdictFacts;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/// The words of verdicts, kept: most codes have the same, and putting them together takes longer
/// than everything else about an answer.
final class Verdicts {
  private final LoadingCache<Case, VerdictBar> bars =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .build(one -> VerdictBar.of(one.situation(), one.facts()));

  private record Case(Situation situation, VerdictFacts facts) {}

  /// The same object for the same words, as long as they are kept.
  VerdictBar of(Situation situation, VerdictFacts facts) {
    return bars.get(new Case(situation, facts));
  }
}
