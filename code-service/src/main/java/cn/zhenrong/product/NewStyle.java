package cn.zhenrong.product;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A style as its maker sends it; nothing here is trusted yet.
///
/// @param markets where it will be sold: `CN` (also if left out), `EU`, `US`, `JP`
/// @param care with `storage`, `ageGroup` and `spinning` as in [NewDetails]
public record NewStyle(
    @Nullable String styleNo,
    @Nullable String name,
    @Nullable String gtin,
    @Nullable List<@Nullable String> markets,
    @Nullable String standard,
    @Nullable String safetyClass,
    @Nullable List<@Nullable NewVariant> variants,
    @Nullable List<@Nullable String> care,
    @Nullable String storage,
    @Nullable String ageGroup,
    @Nullable String spinning) {
  static final int MOST_VARIANTS = 500;
  static final int LONGEST_STANDARD = 40;
  private static final int LONGEST_CLASS = 40;
  private static final Texts TEXTS = Texts.beside(NewStyle.class);
  private static final List<String> MARKETS = List.of("CN", "EU", "US", "JP");
  private static final List<String> SAFETY_CLASSES = List.of("A", "B", "C");

  /// @param gtin of this colour and size alone, if it differs from the style's
  public record NewVariant(@Nullable String colour, @Nullable String size, @Nullable String gtin) {}

  /// What was read, with each GTIN under the path of the field it came from.
  record Checked(
      String styleNo,
      String name,
      @Nullable Gtin gtin,
      List<String> markets,
      @Nullable String standard,
      @Nullable String safetyClass,
      List<Variant> variants,
      StyleDetails details,
      Map<Gtin, String> gtins) {}

  /// Reads every field, noting what is wrong in `fields`.
  Checked read(Fields fields, boolean demo) {
    Map<Gtin, String> gtins = new LinkedHashMap<>();
    return new Checked(
        fields.text("styleNo", styleNo, 60),
        fields.text("name", name, 120),
        gtin(fields, "gtin", gtin, demo, gtins),
        readMarkets(fields),
        fields.optionalText("standard", standard, LONGEST_STANDARD),
        readSafetyClass(fields, safetyClass),
        readVariants(fields, variants, demo, gtins),
        new NewDetails(care, storage, ageGroup, spinning).read(fields),
        gtins);
  }

  private List<String> readMarkets(Fields fields) {
    if (markets == null || markets.isEmpty()) {
      return List.of("CN");
    }
    if (!markets.stream().allMatch(NewStyle::isMarket)) {
      fields.refuse("markets", "market.unknown", words("market.unknown", MARKETS));
      return List.of();
    }
    return MARKETS.stream().filter(markets::contains).toList();
  }

  private static boolean isMarket(@Nullable String text) {
    return text != null && MARKETS.contains(text);
  }

  static @Nullable String readSafetyClass(Fields fields, @Nullable String sent) {
    String text = fields.optionalText("safetyClass", sent, LONGEST_CLASS);
    if (text != null && !SAFETY_CLASSES.contains(text)) {
      fields.refuse("safetyClass", "safety-class", TEXTS.words("safety-class"));
      return null;
    }
    return text;
  }

  /// @param gtins those read so far, with the path of the field each came from; grows
  static List<Variant> readVariants(
      Fields fields,
      @Nullable List<@Nullable NewVariant> variants,
      boolean demo,
      Map<Gtin, String> gtins) {
    if (variants == null) {
      return List.of();
    }
    if (variants.size() > MOST_VARIANTS) {
      fields.refuse("variants", "variant.count", TEXTS.words("variant.count", MOST_VARIANTS));
      return List.of();
    }
    List<Variant> read = new ArrayList<>();
    TreeSet<String> seen = new TreeSet<>();
    for (int i = 0; i < variants.size(); i++) {
      Variant variant = variant(fields, "variants[" + i + "]", variants.get(i), demo, gtins);
      if (!variant.colour().isEmpty() && !seen.add(variant.colour() + '\n' + variant.size())) {
        fields.refuse("variants[" + i + "]", "variant.twice", TEXTS.words("variant.twice"));
      }
      read.add(variant);
    }
    return List.copyOf(read);
  }

  private static Variant variant(
      Fields fields,
      String path,
      @Nullable NewVariant input,
      boolean demo,
      Map<Gtin, String> gtins) {
    NewVariant sent = input == null ? new NewVariant(null, null, null) : input;
    return new Variant(
        fields.text(path + ".colour", sent.colour(), 60),
        fields.text(path + ".size", sent.size(), 60),
        gtin(fields, path + ".gtin", sent.gtin(), demo, gtins));
  }

  private static @Nullable Gtin gtin(
      Fields fields, String path, @Nullable String sent, boolean demo, Map<Gtin, String> gtins) {
    String text = fields.optionalText(path, sent, 40);
    if (text == null) {
      return null;
    }
    try {
      Gtin gtin = Gtin.forIssue(text, demo);
      if (gtins.putIfAbsent(gtin, path) != null) {
        fields.refuse(path, "gtin.in-use", TEXTS.words("gtin.in-use"));
      }
      return gtin;
    } catch (Problem problem) {
      problem.fields().forEach(f -> fields.refuse(path, f.code(), f.words()));
      return null;
    }
  }

  private static cn.zhenrong.problem.Words words(String key, List<String> allowed) {
    return TEXTS.words(key, String.join(", ", allowed));
  }
}
