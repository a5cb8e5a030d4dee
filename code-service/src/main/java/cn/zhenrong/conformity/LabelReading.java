package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.Fibre;
import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Fibres;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.fibre.RawPart.RawShare;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A label as it comes from outside, read so that a bad fibre name becomes a finding while
/// everything else that is wrong stays an input error.
///
/// For the check of sums and decimals a bad name is replaced by some fibre the part does not name;
/// the rules never judge such a part, so the stand-in is never seen.
final class LabelReading {
  private final List<BadName> badNames = new ArrayList<>();
  private final Composition composition;

  /// @throws Problem invalid-input as [Composition#of], but never for a fibre's name
  LabelReading(@Nullable List<@Nullable RawPart> raw) {
    if (raw == null || raw.size() > 20) {
      // Refused by the reader itself, with its own words.
      composition = Composition.of(raw);
      return;
    }
    List<@Nullable RawPart> parts = new ArrayList<>(raw.size());
    for (int i = 0; i < raw.size(); i++) {
      parts.add(withoutBadNames(i, raw.get(i)));
    }
    composition = Composition.of(parts);
  }

  Composition composition() {
    return composition;
  }

  List<BadName> badNames() {
    return badNames;
  }

  private @Nullable RawPart withoutBadNames(int part, @Nullable RawPart raw) {
    if (raw == null || raw.fibres() == null || raw.fibres().size() > 20) {
      return raw;
    }
    Set<String> used = new HashSet<>();
    List<@Nullable RawShare> shares = new ArrayList<>(raw.fibres());
    List<Integer> bad = new ArrayList<>();
    for (int j = 0; j < shares.size(); j++) {
      RawShare share = shares.get(j);
      String name = share == null ? null : share.fibre();
      if (share == null || name == null || name.isBlank()) {
        continue;
      }
      try {
        used.add(Fibres.onLabel(name).name());
      } catch (Problem problem) {
        note(part, share, problem);
        bad.add(j);
      }
    }
    for (int j : bad) {
      RawShare share = shares.get(j);
      String percent = share == null ? null : share.percent();
      shares.set(j, new RawShare(standIn(used), percent));
    }
    return new RawPart(raw.part(), shares, raw.note(), raw.trim(), raw.surface(), raw.diameter());
  }

  private void note(int part, RawShare share, Problem problem) {
    if (problem.kind() != ProblemKind.INVALID_INPUT || problem.fields().isEmpty()) {
      throw problem;
    }
    badNames.add(new BadName(part, share.percent(), problem.fields().getFirst().words()));
  }

  private static String standIn(Set<String> used) {
    for (Fibre fibre : Fibres.all()) {
      if (fibre.kind() != FibreKind.WOOL_LIKE && used.add(fibre.name())) {
        return fibre.name();
      }
    }
    throw new IllegalStateException("more fibres in one part than there are");
  }
}
