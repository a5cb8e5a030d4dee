package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.problem.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Codes that go into one box together, by batch; each knows its place in what was sent.
final class Load {
  private final Codes codes;
  private final Map<Long, Batch> batches = new TreeMap<>();
  private final Map<Long, Wanted> wanted = new TreeMap<>();
  private final List<Refused> refused = new ArrayList<>();

  Load(Codes codes) {
    this.codes = codes;
  }

  void add(int place, Code code) {
    Batch batch = code.batch();
    batches.put(batch.id().value(), batch);
    wanted
        .computeIfAbsent(
            batch.id().value(),
            _ -> Wanted.scanned(sequence -> codes.at(batch, sequence).serial(), Refused::scanned))
        .add(place, code.sequence());
  }

  void refuse(int place, @Nullable String serial, String reason) {
    String key = "refused." + reason.toLowerCase(Locale.ROOT).replace('_', '-');
    refused.add(Refused.scanned(place, serial, reason, LifeTexts.TEXTS.words(key)));
  }

  void block(Batch batch, Range place, String reason, Words words) {
    of(batch).block(place, reason, words);
  }

  /// In the order in which batches are locked.
  List<Batch> batches() {
    return List.copyOf(batches.values());
  }

  Wanted of(Batch batch) {
    Wanted one = wanted.get(batch.id().value());
    if (one == null) {
      throw new IllegalArgumentException("no code of this batch");
    }
    return one;
  }

  int codes() {
    return (int)
        batches().stream()
            .flatMap(batch -> of(batch).ranges().stream())
            .mapToLong(Range::length)
            .sum();
  }

  /// What cannot go in, in the order it was sent.
  List<Refused> refused() {
    List<Refused> all = new ArrayList<>(refused);
    wanted.values().forEach(one -> all.addAll(one.refused()));
    all.sort(Comparator.comparingLong(Refused::place));
    return all;
  }
}
