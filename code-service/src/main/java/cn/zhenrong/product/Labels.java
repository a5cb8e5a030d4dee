package cn.zhenrong.product;

import cn.zhenrong.fibre.Composition;
import cn.zhenrong.fibre.RawPart;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.PersonId;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The register of composition labels.
@Service
public class Labels {
  private static final Texts TEXTS = Texts.beside(Labels.class);
  private static final TypeReference<List<@Nullable RawPart>> PARTS = new TypeReference<>() {};

  private final LabelMapper mapper;
  private final Styles styles;
  private final Audit audit;
  private final JsonMapper json;
  private final Ids ids;
  private final Clock clock;

  Labels(LabelMapper mapper, Styles styles, Audit audit, JsonMapper json, Ids ids, Clock clock) {
    this.mapper = mapper;
    this.styles = styles;
    this.audit = audit;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /// Declares a composition for a style of the caller's party.
  ///
  /// @throws Problem not-allowed unless the caller is a maker; not-found for a style that is not
  ///   the caller's; invalid-input
  @Transactional
  public Label register(Caller caller, StyleId style, NewLabel input) {
    caller.require(Role.MAKER);
    PartyId party = styles.get(caller, style).party();
    Composition composition = input.read();
    LabelRow row =
        new LabelRow(
            ids.next(),
            style.value(),
            party.value(),
            json.writeValueAsString(composition.raw()),
            caller.person(),
            false,
            now());
    Rows.one(mapper.insert(row));
    audit.note(caller, "label.register", "label/" + row.id(), null);
    return label(row);
  }

  /// Takes back a label no batch uses.
  ///
  /// @throws Problem not-found; state-conflict if a batch uses it
  @Transactional
  public void remove(Caller caller, LabelId id) {
    caller.require(Role.MAKER);
    get(caller, id);
    if (mapper.deleteUnused(id.value()) != 1) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("label.used"));
    }
    audit.note(caller, "label.remove", "label/" + id, null);
  }

  /// A label the caller may see.
  ///
  /// @throws Problem not-found if there is none or it is another party's
  @Transactional(readOnly = true)
  public Label get(Caller caller, LabelId id) {
    Label label = find(id).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    caller.requireSees(label.party());
    return label;
  }

  /// A label whoever it belongs to, for the public answer.
  @Transactional(readOnly = true)
  public Optional<Label> find(LabelId id) {
    return Optional.ofNullable(mapper.label(id.value())).map(this::label);
  }

  /// The labels of a style the caller may see, newest first.
  ///
  /// @throws Problem not-found if the style is not the caller's to see
  @Transactional(readOnly = true)
  public List<Label> list(Caller caller, StyleId style, Listing listing) {
    styles.get(caller, style);
    return mapper.labels(style.value(), listing.before(), listing.limit()).stream()
        .map(this::label)
        .toList();
  }

  /// Marks a label as used by a batch; from then on nothing may take it away. Joins the caller's
  /// transaction.
  @Transactional(propagation = Propagation.MANDATORY)
  public void use(LabelId id) {
    Rows.one(mapper.markUsed(id.value(), now()));
  }

  private Label label(LabelRow row) {
    return new Label(
        new LabelId(row.id()),
        new StyleId(row.styleId()),
        new PartyId(row.partyId()),
        Composition.of(json.readValue(row.parts(), PARTS)),
        new PersonId(row.enteredBy()),
        row.used(),
        row.createdAt());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
