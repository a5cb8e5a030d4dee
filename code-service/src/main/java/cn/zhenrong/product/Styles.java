package cn.zhenrong.product;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.conformity.AgeGroup;
import cn.zhenrong.conformity.Spinning;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.PartySettings;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.text.Normalizer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The register of styles.
@Service
public class Styles {
  private static final Texts TEXTS = Texts.beside(Styles.class);

  private final StyleMapper mapper;
  private final GtinOwners gtins;
  private final PartySettings settings;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  Styles(
      StyleMapper mapper,
      GtinOwners gtins,
      PartySettings settings,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.mapper = mapper;
    this.gtins = gtins;
    this.settings = settings;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Registers a style of the caller's party.
  ///
  /// @throws Problem not-allowed unless the caller is a maker; invalid-input; already-exists if the
  ///   party has a style of this number
  @Transactional
  public Style register(Caller caller, NewStyle input) {
    caller.require(Role.MAKER);
    Fields fields = new Fields();
    NewStyle.Checked checked = input.read(fields, settings.demo());
    gtins.check(fields, checked.gtins(), caller.partyId());
    fields.check();
    StyleRow row = row(caller, checked);
    try {
      Rows.one(mapper.insertStyle(row));
    } catch (DuplicateKeyException e) {
      throw Problem.of(ProblemKind.ALREADY_EXISTS, TEXTS.words("style.exists"));
    }
    List<VariantRow> variants = variants(row.id(), checked.variants());
    if (!variants.isEmpty()) {
      Rows.exactly(variants.size(), mapper.insertVariants(variants));
    }
    gtins.take(row.id(), checked.gtins());
    audit.note(caller, "style.register", "style/" + row.id(), null);
    return row.style(variants);
  }

  /// A style the caller may see.
  ///
  /// @throws Problem not-found if there is none or it is another party's
  @Transactional(readOnly = true)
  public Style get(Caller caller, StyleId id) {
    Style style = find(id).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    caller.requireSees(style.party());
    return style;
  }

  /// A style whoever it belongs to, for the public answer.
  @Transactional(readOnly = true)
  public Optional<Style> find(StyleId id) {
    return Optional.ofNullable(mapper.style(id.value()))
        .map(row -> row.style(mapper.variants(List.of(row.id()))));
  }

  /// The style a GTIN stands on, itself or by one of its variants, for the public answer.
  @Transactional(readOnly = true)
  public Optional<Style> find(Gtin gtin) {
    return Optional.ofNullable(mapper.styleOfGtin(gtin.digits()))
        .map(row -> row.style(mapper.variants(List.of(row.id()))));
  }

  /// The styles the caller may see, newest first.
  @Transactional(readOnly = true)
  public List<Style> list(Caller caller, Listing listing) {
    Long party = caller.is(Role.ASSOCIATION) ? null : (Long) caller.party();
    List<StyleRow> rows = mapper.styles(party, listing.before(), listing.limit());
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<VariantRow>> variants =
        mapper.variants(rows.stream().map(StyleRow::id).toList()).stream()
            .collect(Collectors.groupingBy(VariantRow::styleId));
    return rows.stream().map(row -> row.style(variants.getOrDefault(row.id(), List.of()))).toList();
  }

  /// The variant of this colour and size, written as people write it (NFC, spaces at the ends do
  /// not count).
  public Optional<Variant> variant(Style style, String colour, String size) {
    String wantedColour = tidy(colour);
    String wantedSize = tidy(size);
    return style.variants().stream()
        .filter(v -> v.colour().equals(wantedColour) && v.size().equals(wantedSize))
        .findFirst();
  }

  private StyleRow row(Caller caller, NewStyle.Checked checked) {
    Gtin gtin = checked.gtin();
    return new StyleRow(
        ids.next(),
        caller.party(),
        checked.styleNo(),
        checked.name(),
        gtin == null ? null : gtin.digits(),
        String.join(",", checked.markets()),
        checked.standard(),
        checked.safetyClass(),
        joined(checked.details().care()),
        checked.details().storage(),
        text(checked.details().ageGroup()),
        text(checked.details().spinning()),
        null,
        caller.person(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  static List<VariantRow> variants(long style, List<Variant> variants) {
    return IntStream.range(0, variants.size())
        .mapToObj(i -> VariantRow.of(style, i + 1, variants.get(i)))
        .toList();
  }

  static @Nullable String joined(List<String> care) {
    return care.isEmpty() ? null : String.join(",", care);
  }

  static @Nullable String text(@Nullable AgeGroup group) {
    return group == null ? null : group.text();
  }

  static @Nullable String text(@Nullable Spinning spinning) {
    return spinning == null ? null : spinning.text();
  }

  private static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
