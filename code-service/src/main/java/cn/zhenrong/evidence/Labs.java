package cn.zhenrong.evidence;

import cn.zhenrong.evidence.NewLab.NewAccreditation;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Listing;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The register of laboratories, kept by the association. A report finds its laboratory by name.
@Service
public class Labs {
  private static final Texts TEXTS = Texts.beside(Labs.class);

  private final LabMapper mapper;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;

  Labs(LabMapper mapper, Audit audit, ApplicationEventPublisher events, Ids ids, Clock clock) {
    this.mapper = mapper;
    this.events = events;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// A laboratory with all periods of its marks, in order.
  record Lab(LabRow row, List<AccreditationRow> accreditations) {}

  /// @throws Problem not-allowed unless the caller is of the association; invalid-input;
  ///   already-exists for a name that differs in spelling only
  @Transactional
  public Lab register(Caller caller, NewLab input) {
    caller.require(Role.ASSOCIATION);
    Fields fields = new Fields();
    String name = input.readName(fields);
    LabRow row =
        new LabRow(
            ids.next(),
            name,
            Marks.key(name),
            NewLab.readCheckUrl(fields, input.checkUrl()),
            caller.person(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    List<AccreditationRow> marks = NewLab.read(fields, input.accreditations(), row.id(), today());
    fields.check();
    try {
      Rows.one(mapper.insert(row));
    } catch (DuplicateKeyException e) {
      throw Problem.of(ProblemKind.ALREADY_EXISTS, TEXTS.words("lab.exists"));
    }
    Rows.exactly(marks.size(), mapper.insertAccreditations(marks));
    audit.note(caller, "lab.register", "lab/" + row.id(), told(marks));
    events.publishEvent(new LabChanged(row.labKey()));
    return new Lab(row, marks);
  }

  /// What the names of a report's laboratory, spelt differently, have in common.
  public static String key(Report report) {
    return Marks.key(report.lab());
  }

  /// Whether there is a laboratory of this key.
  @Transactional(readOnly = true)
  public boolean isRegistered(String key) {
    return mapper.isRegistered(key);
  }

  /// Where the laboratory of this key confirms its reports; empty if that is not known.
  @Transactional(readOnly = true)
  public Optional<String> checkUrl(String key) {
    return Optional.ofNullable(mapper.checkUrl(key));
  }

  /// Changes where a laboratory confirms its reports; what stood before stays in the audit trail.
  ///
  /// @param sent null takes the link off the pages
  /// @throws Problem not-allowed, not-found, invalid-input
  @Transactional
  public Lab relink(Caller caller, long id, @Nullable String sent, @Nullable String reason) {
    caller.require(Role.ASSOCIATION);
    LabRow row = locked(id);
    Fields fields = new Fields();
    String words = fields.text("reason", reason, 200);
    String url = NewLab.readCheckUrl(fields, sent);
    fields.check();
    Rows.one(mapper.relink(id, url));
    audit.note(caller, "lab.relink", "lab/" + id, words + ": " + row.checkUrl());
    events.publishEvent(new LabChanged(row.labKey()));
    return new Lab(locked(id), mapper.accreditations(List.of(id)));
  }

  /// Writes the periods of a laboratory's marks anew; what stood before stays in the audit trail.
  ///
  /// @throws Problem not-allowed, not-found, invalid-input
  @Transactional
  public Lab accredit(
      Caller caller,
      long id,
      @Nullable List<@Nullable NewAccreditation> sent,
      @Nullable String reason) {
    caller.require(Role.ASSOCIATION);
    LabRow row = locked(id);
    Fields fields = new Fields();
    String words = fields.text("reason", reason, 200);
    List<AccreditationRow> marks = NewLab.read(fields, sent, id, today());
    fields.check();
    List<AccreditationRow> before = mapper.accreditations(List.of(id));
    Rows.exactly(before.size(), mapper.clear(id));
    Rows.exactly(marks.size(), mapper.insertAccreditations(marks));
    audit.note(caller, "lab.accredit", "lab/" + id, words + ": " + told(before));
    return new Lab(row, marks);
  }

  /// All laboratories, newest first; for makers too, so that a form can offer them.
  @Transactional(readOnly = true)
  public List<Lab> list(Listing listing) {
    List<LabRow> rows = mapper.labs(listing.before(), listing.limit());
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<AccreditationRow>> marks =
        mapper.accreditations(rows.stream().map(LabRow::id).toList()).stream()
            .collect(Collectors.groupingBy(AccreditationRow::labId));
    return rows.stream().map(row -> new Lab(row, marks.getOrDefault(row.id(), List.of()))).toList();
  }

  private LabRow locked(long id) {
    LabRow row = mapper.lock(id);
    if (row == null) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    return row;
  }

  /// Short enough for the audit trail, whatever was entered.
  private static String told(List<AccreditationRow> marks) {
    String all =
        marks.stream()
            .map(m -> m.mark() + " " + m.certificate() + " " + m.validFrom() + "/" + m.validUntil())
            .collect(Collectors.joining("; "));
    return all.substring(0, Math.min(all.length(), 790));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Alarms.CHINA);
  }
}
