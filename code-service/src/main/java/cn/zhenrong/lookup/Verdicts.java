package cn.zhenrong.lookup;

import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.VerdictFacts;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The words of verdicts, kept: most codes have the same, and putting them together takes longer
/// than everything else about an answer.
@Component
class Verdicts {
  private final JsonMapper json;

  /// Those that mention nothing.
  private final Map<Situation, Worded> bare = new EnumMap<>(Situation.class);

  private final LoadingCache<Case, Worded> kept =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .executor(Runnable::run)
          .build(one -> worded(one.situation(), one.facts()));

  private record Case(Situation situation, VerdictFacts facts) {}

  Verdicts(JsonMapper json) {
    this.json = json;
    for (Situation situation : Situation.values()) {
      bare.put(situation, worded(situation, VerdictFacts.NONE));
    }
  }

  Worded of(Situation situation, VerdictFacts facts) {
    Worded plain = facts.equals(VerdictFacts.NONE) ? bare.get(situation) : null;
    return plain == null ? kept.get(new Case(situation, facts)) : plain;
  }

  private Worded worded(Situation situation, VerdictFacts facts) {
    VerdictBar bar = VerdictBar.of(situation, facts);
    return new Worded(bar, json.writeValueAsBytes(CodeAnswer.Verdict.of(bar)));
  }
}
