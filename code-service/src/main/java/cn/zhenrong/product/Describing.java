package cn.zhenrong.product;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.PartySettings;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Completes and corrects styles. What a decision rested on stays: once codes were applied for,
/// standard, safety class and the variants there are do not change; further variants may come.
@Service
class Describing {
  private static final Texts TEXTS = Texts.beside(Describing.class);

  private final Styles styles;
  private final StyleMapper mapper;
  private final GtinOwners gtins;
  private final PartySettings settings;
  private final Audit audit;

  Describing(
      Styles styles, StyleMapper mapper, GtinOwners gtins, PartySettings settings, Audit audit) {
    this.styles = styles;
    this.mapper = mapper;
    this.gtins = gtins;
    this.settings = settings;
    this.audit = audit;
  }

  /// What is to stand on the style.
  private record Wanted(
      StyleDetails details,
      @Nullable String standard,
      @Nullable String safetyClass,
      List<Variant> variants) {

    boolean keeps(Style style) {
      return Objects.equals(standard, style.standard())
          && Objects.equals(safetyClass, style.safetyClass())
          && variants.containsAll(style.variants());
    }
  }

  /// @throws Problem not-allowed unless the caller is a maker; not-found; invalid-input;
  ///   state-conflict if it changes what a batch of the style rests on
  @Transactional
  public Style describe(Caller caller, StyleId id, NewDescription input) {
    caller.require(Role.MAKER);
    Style style = styles.get(caller, id);
    Map<Gtin, String> named = new LinkedHashMap<>();
    Wanted wanted = read(caller, style, input, named);
    // Waits for an application under way that has marked its label.
    if (!mapper.usedLabels(id.value()).isEmpty() && !wanted.keeps(style)) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("style.used"));
    }
    Rows.one(mapper.describe(row(id, wanted)));
    if (!wanted.variants().equals(style.variants())) {
      exchange(style, wanted.variants(), named);
    }
    audit.note(caller, "style.describe", "style/" + id, null);
    return styles.get(caller, id);
  }

  private Wanted read(Caller caller, Style style, NewDescription input, Map<Gtin, String> named) {
    Fields fields = new Fields();
    Gtin own = style.gtin();
    if (own != null) {
      named.put(own, "gtin");
    }
    String standard = fields.optionalText("standard", input.standard(), NewStyle.LONGEST_STANDARD);
    String safetyClass = NewStyle.readSafetyClass(fields, input.safetyClass());
    Wanted wanted =
        new Wanted(
            input.details().read(fields),
            standard == null ? style.standard() : standard,
            safetyClass == null ? style.safetyClass() : safetyClass,
            input.variants() == null
                ? style.variants()
                : NewStyle.readVariants(fields, input.variants(), settings.demo(), named));
    named.keySet().removeAll(gtinsOf(style));
    gtins.check(fields, named, caller.partyId());
    fields.check();
    return wanted;
  }

  /// @param named GTINs that are new on the style
  private void exchange(Style style, List<Variant> variants, Map<Gtin, String> named) {
    long id = style.id().value();
    if (!style.variants().isEmpty()) {
      Rows.exactly(style.variants().size(), mapper.deleteVariants(id));
    }
    if (!variants.isEmpty()) {
      List<VariantRow> rows = Styles.variants(id, variants);
      Rows.exactly(rows.size(), mapper.insertVariants(rows));
    }
    Set<Gtin> gone = gtinsOf(style);
    variants.forEach(variant -> gone.remove(variant.gtin()));
    gone.remove(style.gtin());
    gtins.release(id, gone);
    gtins.take(id, named);
  }

  private static Set<Gtin> gtinsOf(Style style) {
    List<@Nullable Gtin> all = new ArrayList<>();
    all.add(style.gtin());
    style.variants().forEach(variant -> all.add(variant.gtin()));
    return all.stream()
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static StyleMapper.Description row(StyleId id, Wanted wanted) {
    StyleDetails details = wanted.details();
    return new StyleMapper.Description(
        id.value(),
        wanted.standard(),
        wanted.safetyClass(),
        Styles.joined(details.care()),
        details.storage(),
        Styles.text(details.ageGroup()),
        Styles.text(details.spinning()));
  }
}
