package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides whether a test report supports a composition label, by rule sets kept as data.
///
/// Safe for many threads; one instance serves the whole application.
public final class Conformity {
  private static final Texts TEXTS = Texts.beside(Conformity.class);

  private final Map<String, GarmentRules> garments = new LinkedHashMap<>();
  private final List<RuleBook> books;
  private final Methods methods;

  /// With the rule sets, limits and methods that come with this package.
  public Conformity() {
    this(RuleData.shipped());
  }

  Conformity(RuleData data) {
    methods = data.methods();
    books = data.rules().stream().map(Rules::book).toList();
    for (Rules rules : data.rules()) {
      RuleSet set = rules.set();
      if (garments.values().stream().anyMatch(other -> other.set().overlaps(set))) {
        throw new IllegalArgumentException(
            set.name() + " is in force beside another of its market");
      }
      garments.put(set.name(), new GarmentRules(rules, data.words()));
    }
  }

  /// Every rule set there is, in force or not, with its rules.
  public List<RuleBook> books() {
    return books;
  }

  /// Every test method that is known.
  public List<MethodEntry> methods() {
    return methods.entries();
  }

  /// The rule set of a market on a day; there is at most one.
  public Optional<RuleSet> inForce(String market, LocalDate day) {
    return garments.values().stream()
        .map(GarmentRules::set)
        .filter(set -> set.market().equals(market) && set.isInForce(day))
        .findFirst();
  }

  /// The verdict on a label and a report that were read before.
  ///
  /// @throws Problem invalid-input for an unknown rule set, or a part that does not add up
  public Verdict judge(String ruleSet, Composition label, TestResult report) {
    return judge(ruleSet, label, report, Goods.NONE);
  }

  /// The same where more is known of the goods.
  public Verdict judge(String ruleSet, Composition label, TestResult report, Goods goods) {
    return judge(known(ruleSet), new Claim(label, List.of(), goods), report);
  }

  /// The verdict on texts from outside. A name on the label that no label may use is a finding (G2,
  /// FAIL); everything else that cannot be read is an input error.
  ///
  /// @param report null gives INCONCLUSIVE
  /// @param day of the verdict; the rule set must be in force on it
  /// @throws Problem invalid-input with fields such as `ruleSet`,
  ///   `label.parts[0].fibres[1].percent`, `report.basis`
  public Verdict judge(
      @Nullable String ruleSet,
      @Nullable List<@Nullable RawPart> label,
      @Nullable RawResult report,
      @Nullable RawGoods goods,
      LocalDate day) {
    InputReading input = new InputReading();
    GarmentRules garment = ruleSet == null ? null : garments.get(ruleSet.strip());
    if (garment == null) {
      input.refuse("ruleSet", "rule-set.unknown", unknownRuleSet());
    } else if (!garment.set().isInForce(day)) {
      input.refuse("ruleSet", "rule-set.not-in-force", TEXTS.words("rule-set.not-in-force"));
    }
    LabelReading read = input.label(label);
    Goods known = goods == null ? Goods.NONE : input.goods(goods);
    TestResult result = report == null ? null : input.report(report);
    input.check();
    if (garment == null || read == null) {
      throw new IllegalStateException("input was refused without a reason");
    }
    return judge(garment, new Claim(read.composition(), read.badNames(), known), result);
  }

  /// What a product standard asks of a declared composition (P1, P2); nothing if the standard is
  /// not known.
  ///
  /// @throws Problem invalid-input for an unknown rule set
  public List<Finding> scope(String ruleSet, Composition label, Goods goods) {
    return known(ruleSet).scope(label, goods);
  }

  /// Whether two labels of one item say the same (G6): one verdict for each part that either has.
  ///
  /// @throws Problem invalid-input for an unknown rule set
  public List<PartVerdict> compare(String ruleSet, Composition one, Composition other) {
    return known(ruleSet).compare(one, other);
  }

  private Verdict judge(GarmentRules garment, Claim claim, @Nullable TestResult report) {
    Resolution resolution =
        report == null ? Resolution.NOTHING : methods.resolution(report.method());
    return garment.judge(claim, report, resolution);
  }

  private GarmentRules known(String ruleSet) {
    GarmentRules garment = garments.get(ruleSet);
    if (garment == null) {
      throw Problem.invalid("ruleSet", "rule-set.unknown", unknownRuleSet());
    }
    return garment;
  }

  private Words unknownRuleSet() {
    return TEXTS.words("rule-set.unknown", String.join("、", garments.keySet()));
  }
}
