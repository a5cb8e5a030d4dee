package cn.zhenrong.fibre;

import cn.zhenrong.fibre.RawPart.RawShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Makes up compositions a label may have.
final class RandomCompositions {
  private static final List<String> NAMES =
      List.of("大身", "罗纹", "里料1", "领、袖", "前片/后片", "罗纹(下摆)", "Body", "Collar and cuffs");
  private static final List<String> NOTES =
      List.of("装饰纤维除外", "2条装饰线除外", "装饰线：除外；", "exclusive of trimming");

  private final Random random;

  RandomCompositions(Random random) {
    this.random = random;
  }

  Composition next() {
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    List<RawPart> parts = new ArrayList<>();
    for (String name : names.subList(0, 1 + random.nextInt(4))) {
      parts.add(new RawPart(name, shares(), note()));
    }
    return Composition.of(parts);
  }

  private @Nullable String note() {
    return random.nextInt(5) == 0 ? NOTES.get(random.nextInt(NOTES.size())) : null;
  }

  private List<RawShare> shares() {
    List<Fibre> fibres = new ArrayList<>(Fibres.all());
    fibres.removeIf(fibre -> fibre.kind() == FibreKind.WOOL_LIKE);
    Collections.shuffle(fibres, random);
    int left = 1000;
    List<RawShare> shares = new ArrayList<>();
    while (left > 0) {
      boolean last = shares.size() == 7 || random.nextInt(3) == 0;
      int tenths = last ? left : 1 + random.nextInt(left);
      left -= tenths;
      shares.add(
          new RawShare(
              fibres.get(shares.size()).name(), BigDecimal.valueOf(tenths, 1).toPlainString()));
    }
    return shares;
  }
}
