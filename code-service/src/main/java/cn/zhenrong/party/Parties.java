package cn.zhenrong.party;

import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The register of organisations and the people who act for them.
@Service
public class Parties {
  private static final Texts TEXTS = Texts.beside(Parties.class);
  static final int MOST_LISTED = 1000;

  private final PartyMapper mapper;
  private final Credentials credentials;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  Parties(PartyMapper mapper, Credentials credentials, Audit audit, Ids ids, Clock clock) {
    this.mapper = mapper;
    this.credentials = credentials;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Registers an organisation.
  ///
  /// @throws Problem invalid-input, or already-exists if the credit code or GTIN prefix is
  ///   registered
  @Transactional
  public Party register(NewParty input, boolean demo) {
    PartyRow row = input.row(ids.next(), demo, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    try {
      Rows.one(mapper.insertParty(row));
    } catch (DuplicateKeyException e) {
      throw Problem.of(ProblemKind.ALREADY_EXISTS, TEXTS.words("party.exists"));
    }
    return row.party();
  }

  /// Registers an organisation on somebody's word, which is noted.
  @Transactional
  public Party register(Caller who, NewParty input) {
    Party party = register(input, false);
    audit.note(who, "party.register", "party/" + party.id(), null);
    return party;
  }

  /// Adds a person on somebody's word, which is noted.
  @Transactional
  public PersonId addPerson(Caller who, PartyId party, NewPerson input) {
    PersonId person = addPerson(party, input, false);
    audit.note(who, "person.add", "person/" + person, null);
    return person;
  }

  /// Adds a person who may sign in for `party`.
  ///
  /// @throws Problem invalid-input, already-exists for a login in use, not-found for an unknown
  ///   party
  @Transactional
  public PersonId addPerson(PartyId party, NewPerson input, boolean demo) {
    Fields fields = new Fields();
    String login = fields.text("login", input.login(), 60);
    String name = fields.text("name", input.name(), 60);
    Role role = fields.choice("role", input.role(), List.of(Role.values()));
    if (!login.chars().allMatch(c -> c > ' ' && c < 127)) {
      fields.refuse("login", "login.ascii", TEXTS.words("login.ascii"));
    }
    if (input.password() != null && !demo && input.password().length() < 12) {
      fields.refuse("password", "password.short", TEXTS.words("password.short"));
    }
    Party home = find(party).orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    if ((role == Role.ASSOCIATION) != (home.kind() == PartyKind.ASSOCIATION)
        || (role == Role.MAKER && home.kind() != PartyKind.MAKER)) {
      fields.refuse("role", "role.party", TEXTS.words("role.party"));
    }
    fields.check();
    PersonRow row =
        new PersonRow(
            ids.next(),
            party.value(),
            login,
            name,
            role.name(),
            input.password() == null ? null : credentials.hash(input.password()),
            demo,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    try {
      Rows.one(mapper.insertPerson(row));
    } catch (DuplicateKeyException e) {
      throw Problem.of(ProblemKind.ALREADY_EXISTS, TEXTS.words("login.exists"));
    }
    return new PersonId(row.id());
  }

  public Optional<Party> find(PartyId id) {
    return Optional.ofNullable(mapper.party(id.value())).map(PartyRow::party);
  }

  public Optional<Party> findByCreditCode(String creditCode) {
    return Optional.ofNullable(mapper.partyByCreditCode(creditCode)).map(PartyRow::party);
  }

  /// The organisation that holds the company prefix of a GTIN-14, if it is registered here.
  public Optional<Party> holderOfGtin(String gtin14) {
    return Optional.ofNullable(mapper.partyByGtinPrefixOf(gtin14)).map(PartyRow::party);
  }

  /// Who a person is, for a record that names the people who made it.
  public Optional<Caller> person(PersonId id) {
    return Optional.ofNullable(mapper.person(id.value())).map(PersonRow::caller);
  }

  /// Who signs in with this login.
  public Optional<Caller> personByLogin(String login) {
    return Optional.ofNullable(mapper.personByLogin(login)).map(PersonRow::caller);
  }

  /// Whether a party makes nothing itself, so that its bench may work on everybody's goods.
  public boolean isNeutral(PartyId id) {
    return find(id).map(party -> party.kind() != PartyKind.MAKER).orElse(false);
  }

  /// All organisations, oldest first, at most 1 000.
  public List<Party> all() {
    return mapper.parties(MOST_LISTED).stream().map(PartyRow::party).toList();
  }

  /// Whether this database holds invented organisations.
  public boolean holdsDemoRows() {
    return mapper.anyDemo();
  }

  boolean isEmpty() {
    return !mapper.anyParty();
  }
}
