package cn.zhenrong.fibre;

import cn.zhenrong.problem.Fields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads what a part may tell beside its fibres: trim, surface, fineness.
final class PartFactsReader {
  private static final int SURFACE_DECIMALS = 1;
  private static final int DIAMETER_DECIMALS = 2;

  private final Strictness strictness;
  private final Fields fields;
  private BigDecimal surface = BigDecimal.ZERO;

  PartFactsReader(Strictness strictness, Fields fields) {
    this.strictness = strictness;
    this.fields = fields;
  }

  /// @param path of the part, such as `[0]`
  PartFacts read(RawPart raw, String path) {
    if (raw.trim() == null && raw.surface() == null && raw.diameter() == null) {
      return PartFacts.NONE;
    }
    return new PartFacts(
        Boolean.TRUE.equals(raw.trim()), surface(raw.surface(), path), diameter(raw, path));
  }

  private @Nullable BigDecimal surface(@Nullable String text, String path) {
    if (text == null) {
      return null;
    }
    BigDecimal share = number(text, SURFACE_DECIMALS, 1);
    if (share == null) {
      refuse(path + ".surface", "part.surface");
      return null;
    }
    surface = surface.add(share);
    if (surface.compareTo(Percents.HUNDRED) > 0) {
      refuse(path + ".surface", "part.surface.sum");
    }
    return share;
  }

  private @Nullable Diameter diameter(RawPart part, String path) {
    RawPart.RawDiameter raw = part.diameter();
    if (raw == null) {
      return null;
    }
    if (strictness == Strictness.LABEL) {
      refuse(path + ".diameter", "part.diameter.label");
      return null;
    }
    return new Diameter(
        figure(raw.mean(), 1, path + ".diameter.mean"),
        figure(raw.over30(), 0, path + ".diameter.over30"),
        figure(raw.cv(), 0, path + ".diameter.cv"));
  }

  private @Nullable BigDecimal figure(@Nullable String text, int leastSign, String path) {
    if (text == null) {
      return null;
    }
    BigDecimal figure = number(text, DIAMETER_DECIMALS, leastSign);
    if (figure == null) {
      refuse(path, "part.diameter");
    }
    return figure;
  }

  /// A number up to 100, or null for anything else.
  private static @Nullable BigDecimal number(String text, int decimals, int leastSign) {
    BigDecimal number = text.length() > 20 ? null : Percents.read(Folded.nfkc(text).strip());
    boolean sound =
        number != null
            && number.scale() <= decimals
            && number.signum() >= leastSign
            && number.compareTo(Percents.HUNDRED) <= 0;
    return sound ? number : null;
  }

  private void refuse(String path, String code) {
    fields.refuse(path, code, FibreTexts.words(code));
  }
}
