package cn.zhenrong.evidence;

import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.Part;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Yarn as its buyer enters it.
///
/// @param lot the spinner's lot number
/// @param boughtOn ISO 8601 date
/// @param kilograms decimal text, at most three decimals
/// @param composition as people write it, such as `95%山羊绒 5%绵羊毛`; or send `parts`
/// @param parts one part
/// @param reportNumber of the spinner's test report; may be left out
public record NewPurchase(
    @Nullable String supplier,
    @Nullable String lot,
    @Nullable String boughtOn,
    @Nullable String kilograms,
    @Nullable String composition,
    @Nullable List<@Nullable RawPart> parts,
    @Nullable String reportNumber) {
  private static final Texts TEXTS = Texts.beside(NewPurchase.class);
  private static final Pattern KILOGRAMS = Pattern.compile("[0-9]{1,7}(?:\\.[0-9]{1,3})?");
  private static final int DECIMALS = 3;

  /// What was read.
  record Checked(
      String supplier,
      String lot,
      LocalDate boughtOn,
      BigDecimal kilograms,
      Composition composition,
      @Nullable String reportNumber) {

    /// Exact: three decimals of mass times at most one of percent.
    List<FibreMass> masses() {
      return composition.main().shares().stream()
          .map(share ->
              new FibreMass(
                  share.fibre().name(), kilograms.multiply(share.percent()).movePointLeft(2)))
          .toList();
    }
  }

  Checked read(Fields fields, LocalDate today) {
    Composition read =
        fields.read(
            composition == null ? "parts" : "composition",
            () -> composition == null ? Composition.of(parts) : Composition.parse(composition));
    if (read != null && read.parts().size() != 1) {
      fields.refuse("composition", "yarn.one-part", TEXTS.words("yarn.one-part"));
    }
    return new Checked(
        fields.text("supplier", supplier, 120),
        fields.text("lot", lot, 60),
        new Dates(fields, today).past("boughtOn", boughtOn),
        mass(fields),
        read == null || read.parts().isEmpty()
            ? new Composition(List.of(new Part("", List.of())))
            : read,
        fields.optionalText("reportNumber", reportNumber, 60));
  }

  private BigDecimal mass(Fields fields) {
    String text = fields.text("kilograms", kilograms, 12);
    BigDecimal mass =
        KILOGRAMS.matcher(text).matches()
            ? new BigDecimal(text).setScale(DECIMALS)
            : BigDecimal.ZERO;
    if (mass.signum() == 0 && !text.isEmpty()) {
      fields.refuse("kilograms", "yarn.kilograms", TEXTS.words("yarn.kilograms"));
    }
    return mass;
  }
}
