package cn.zhenrong.evidence;

import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.Styles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Sets the yarn a maker bought against the garments it had codes issued for. Cashmere is what a
/// maker is held to: it is the fibre worth claiming without having it (decision 0063).
@Service
class YarnBalances {
  static final String CASHMERE = "山羊绒";

  /// Yarn bought for a kilogram of garments: five percent stay on cones, floor and swatches.
  private static final BigDecimal WITH_WASTE = new BigDecimal("1.05");

  private static final Texts TEXTS = Texts.beside(YarnBalances.class);

  private final YarnMapper mapper;
  private final Styles styles;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  YarnBalances(YarnMapper mapper, Styles styles, Audit audit, Ids ids, Clock clock) {
    this.mapper = mapper;
    this.styles = styles;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// One fibre's balance in kilograms, exact.
  ///
  /// @param used by issued garments of known weight, waste included
  record Balance(String fibre, BigDecimal bought, BigDecimal used) {
    BigDecimal left() {
      return bought.subtract(used);
    }
  }

  /// Every fibre that was bought or used, by name.
  ///
  /// @param party null for the caller's own
  @Transactional(readOnly = true)
  public List<Balance> balances(Caller caller, @Nullable PartyId party) {
    return balances(YarnRegister.whose(caller, party), null);
  }

  /// How many garments of a style the cashmere left is enough for, none below zero; null where
  /// nothing can be said: no weight, no report, or no cashmere in it.
  ///
  /// @throws Problem not-found for a style the caller may not see
  @Transactional(readOnly = true)
  public @Nullable Long enoughFor(Caller caller, StyleId id) {
    Style style = styles.get(caller, id);
    long party = style.party().value();
    Long report = mapper.latestReport(party, id.value());
    BigDecimal piece = report == null ? null : piece(report, id.value());
    return piece == null ? null : pieces(cashmere(party).left(), piece);
  }

  /// Looks at the balance after pieces were taken out of a report's coverage, in that transaction.
  /// Too little yarn is an alarm to the association; for a maker it has bound, a refusal.
  ///
  /// @throws Problem coverage-exceeded with member `left`, or state-conflict without a weight, for
  ///   a maker that is bound
  @Transactional(propagation = Propagation.MANDATORY)
  public void check(Report report, long taken) {
    Boolean bound = mapper.lockAccount(report.party().value());
    if (bound == null || mapper.share(report.id().value(), CASHMERE) == null) {
      return;
    }
    BigDecimal piece = piece(report.id().value(), report.style().value());
    if (piece == null) {
      if (bound) {
        throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("yarn.no-weight"));
      }
      return;
    }
    Balance balance = cashmere(report.party().value());
    if (balance.left().signum() >= 0) {
      return;
    }
    if (bound) {
      long left = pieces(balance.left().add(piece.multiply(BigDecimal.valueOf(taken))), piece);
      throw Problem.of(ProblemKind.COVERAGE_EXCEEDED, TEXTS.words("yarn.bound", left))
          .with("left", left);
    }
    raise(report, balance);
  }

  /// Alarms of all makers, newest first, for the association.
  @Transactional(readOnly = true)
  public List<YarnAlarmRow> alarms(Caller caller, Listing listing) {
    caller.require(Role.ASSOCIATION);
    return mapper.alarms(listing.before(), listing.limit());
  }

  /// Notes that an alarm was looked into. The next issue beyond the balance raises another.
  ///
  /// @throws Problem not-allowed, invalid-input on `reason`, not-found if it is not open
  @Transactional
  public void closeAlarm(Caller caller, long id, @Nullable String reason) {
    caller.require(Role.ASSOCIATION);
    Fields fields = new Fields();
    String words = fields.text("reason", reason, 500);
    fields.check();
    if (mapper.closeAlarm(
            id, clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.person(), words)
        != 1) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    audit.note(caller, "yarn.close-alarm", "yarn-alarm/" + id, words);
  }

  private void raise(Report report, Balance balance) {
    if (mapper.hasOpenAlarm(report.party().value(), CASHMERE)) {
      return;
    }
    YarnAlarmRow row =
        new YarnAlarmRow(
            ids.next(),
            report.party().value(),
            report.style().value(),
            CASHMERE,
            balance.bought(),
            balance.used(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            null,
            null);
    Rows.one(mapper.insertAlarm(row));
  }

  /// Kilograms of cashmere yarn that go into one garment.
  private @Nullable BigDecimal piece(long report, long style) {
    BigDecimal percent = mapper.share(report, CASHMERE);
    Integer grams = mapper.weight(style);
    if (percent == null || percent.signum() == 0 || grams == null) {
      return null;
    }
    return percent.multiply(BigDecimal.valueOf(grams)).movePointLeft(5).multiply(WITH_WASTE);
  }

  private static long pieces(BigDecimal left, BigDecimal piece) {
    return left.max(BigDecimal.ZERO).divide(piece, 0, RoundingMode.FLOOR).longValueExact();
  }

  private Balance cashmere(long party) {
    return balances(party, CASHMERE).stream()
        .findFirst()
        .orElse(new Balance(CASHMERE, BigDecimal.ZERO, BigDecimal.ZERO));
  }

  private List<Balance> balances(long party, @Nullable String fibre) {
    Map<String, Balance> all = new TreeMap<>();
    mapper
        .bought(party, fibre)
        .forEach(mass ->
            all.put(mass.fibre(), new Balance(mass.fibre(), mass.kilograms(), BigDecimal.ZERO)));
    mapper
        .knitted(party, fibre)
        .forEach(mass ->
            all.merge(
                mass.fibre(),
                new Balance(mass.fibre(), BigDecimal.ZERO, mass.kilograms().multiply(WITH_WASTE)),
                (bought, used) -> new Balance(bought.fibre(), bought.bought(), used.used())));
    return List.copyOf(all.values());
  }
}
