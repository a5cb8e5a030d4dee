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
import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.Styles;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What makers say of their yarn and garments: purchases, which are only ever added to, and
/// weights.
@Service
class YarnRegister {
  private static final Texts TEXTS = Texts.beside(YarnRegister.class);
  private static final int HEAVIEST = 20_000;

  private final YarnMapper mapper;
  private final Styles styles;
  private final Audit audit;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  YarnRegister(
      YarnMapper mapper, Styles styles, Audit audit, JsonMapper json, Ids ids, Clock clock) {
    this.mapper = mapper;
    this.styles = styles;
    this.audit = audit;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /// Enters a purchase of the caller's party.
  ///
  /// @throws Problem not-allowed unless the caller is a maker; invalid-input
  @Transactional
  public PurchaseRow buy(Caller caller, NewPurchase input) {
    caller.require(Role.MAKER);
    Fields fields = new Fields();
    NewPurchase.Checked checked =
        input.read(fields, LocalDate.ofInstant(clock.instant(), Alarms.CHINA));
    fields.check();
    PurchaseRow row =
        new PurchaseRow(
            ids.next(),
            caller.party(),
            checked.supplier(),
            checked.lot(),
            checked.boughtOn(),
            checked.kilograms(),
            json.writeValueAsString(checked.composition().raw()),
            checked.reportNumber(),
            null,
            null,
            caller.person(),
            now());
    write(row, checked.masses());
    openAccount(caller);
    audit.note(caller, "yarn.buy", "yarn/" + row.id(), null);
    return row;
  }

  /// Takes a purchase back by a counter-entry.
  ///
  /// @throws Problem not-allowed, not-found for a purchase that is not the caller's, invalid-input
  ///   on `reason`, state-conflict if it is a counter-entry or was taken back already
  @Transactional
  public PurchaseRow takeBack(Caller caller, long id, @Nullable String reason) {
    caller.require(Role.MAKER);
    Fields fields = new Fields();
    String words = fields.text("reason", reason, 200);
    fields.check();
    PurchaseRow bought = mapper.purchase(id, caller.party());
    if (bought == null) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    if (bought.corrects() != null) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("yarn.taken-back"));
    }
    PurchaseRow counter = bought.counter(ids.next(), words, caller.person(), now());
    try {
      write(counter, negated(id));
    } catch (DuplicateKeyException e) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("yarn.taken-back"));
    }
    audit.note(caller, "yarn.take-back", "yarn/" + id, words);
    return counter;
  }

  /// Purchases and counter-entries of a party, newest first.
  ///
  /// @param party null for the caller's own
  /// @throws Problem not-found for a party the caller may not see
  @Transactional(readOnly = true)
  public List<PurchaseRow> list(Caller caller, @Nullable PartyId party, Listing listing) {
    return mapper.purchases(whose(caller, party), listing.before(), listing.limit());
  }

  /// Writes the weight of one garment of a style.
  ///
  /// @param grams 1 to 20 000
  /// @throws Problem not-allowed, not-found, invalid-input
  @Transactional
  public int weigh(Caller caller, StyleId style, @Nullable Long grams) {
    caller.require(Role.MAKER);
    styles.get(caller, style);
    Fields fields = new Fields();
    int weight = (int) fields.number("grams", grams, 1, HEAVIEST);
    fields.check();
    Integer before = mapper.weight(style.value());
    Rows.one(
        before == null
            ? mapper.insertWeight(style.value(), caller.party(), weight, caller.person(), now())
            : mapper.updateWeight(style.value(), weight, caller.person(), now()));
    openAccount(caller);
    audit.note(caller, "style.weigh", "style/" + style, before + " -> " + weight);
    return weight;
  }

  /// Says whether a maker may issue more than its register holds yarn for.
  ///
  /// @throws Problem not-allowed unless the caller is of the association; invalid-input
  @Transactional
  public void bind(Caller caller, PartyId party, @Nullable Boolean bound, @Nullable String reason) {
    caller.require(Role.ASSOCIATION);
    Fields fields = new Fields();
    boolean wanted = fields.required("bound", bound, false);
    String words = fields.text("reason", reason, 200);
    fields.check();
    Rows.one(
        mapper.hasAccount(party.value())
            ? mapper.bind(party.value(), wanted)
            : mapper.openAccount(party.value(), wanted));
    audit.note(caller, wanted ? "yarn.bind" : "yarn.release", "party/" + party, words);
  }

  static long whose(Caller caller, @Nullable PartyId party) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    PartyId wanted = party == null ? caller.partyId() : party;
    caller.requireSees(wanted);
    return wanted.value();
  }

  private void write(PurchaseRow row, List<FibreMass> masses) {
    Rows.one(mapper.insertPurchase(row));
    Rows.exactly(masses.size(), mapper.insertFibres(row.id(), row.partyId(), masses));
  }

  private List<FibreMass> negated(long purchase) {
    return mapper.fibres(purchase).stream()
        .map(mass -> new FibreMass(mass.fibre(), mass.kilograms().negate()))
        .toList();
  }

  private void openAccount(Caller caller) {
    if (mapper.hasAccount(caller.party())) {
      return;
    }
    try {
      Rows.one(mapper.openAccount(caller.party(), false));
    } catch (DuplicateKeyException e) {
      // Two first entries at once; one account is enough.
      return;
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
