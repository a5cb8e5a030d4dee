package cn.zhenrong.oversight;

import cn.zhenrong.file.StoredFiles;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Cases as the association reads and answers them.
@Service
class CaseDesk {
  private static final Texts TEXTS = Texts.beside(CaseDesk.class);
  private static final int MOST_ANSWERS = 100;

  private final CaseMapper mapper;
  private final StoredFiles files;
  private final Audit audit;
  private final Clock clock;

  CaseDesk(CaseMapper mapper, StoredFiles files, Audit audit, Clock clock) {
    this.mapper = mapper;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /// A case with all there is.
  ///
  /// @param contact null if the shopper left none
  record Opened(CaseRow row, @Nullable ContactRow contact, List<CaseAnswerRow> answers) {}

  /// Newest first; without contacts.
  @Transactional(readOnly = true)
  public List<CaseRow> page(Caller who, @Nullable CaseStatus status, Listing listing) {
    who.require(Role.ASSOCIATION);
    return mapper.page(status, listing.before(), listing.limit());
  }

  /// @throws Problem not-allowed unless the caller is of the association; not-found
  @Transactional(readOnly = true)
  public Opened get(Caller who, String number) {
    who.require(Role.ASSOCIATION);
    return opened(CaseNumber.read(number).map(n -> mapper.find(n.text())).orElse(null));
  }

  /// The photo, a JPEG.
  ///
  /// @throws Problem not-found if there is none
  @Transactional(readOnly = true)
  public byte[] photo(Caller who, String number) {
    String digest = get(who, number).row().photoDigest();
    if (digest == null) {
      throw missing();
    }
    return files.read(who, digest);
  }

  /// Answers a case; whoever follows it reads the words at once.
  ///
  /// @throws Problem not-allowed, not-found, invalid-input; state-conflict for a step that the
  ///   status does not allow
  @Transactional
  public Opened answer(Caller who, String number, NewAnswer input) {
    who.require(Role.ASSOCIATION);
    NewAnswer.Checked answer = input.read();
    CaseRow row = CaseNumber.read(number).map(n -> mapper.lock(n.text())).orElse(null);
    if (row == null) {
      throw missing();
    }
    if (!row.status().mayBecome(answer.status())) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("case.transition"))
          .with("current", row.status());
    }
    int before = mapper.answers(row.id()).size();
    if (before == MOST_ANSWERS) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("case.full"));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Rows.one(
        mapper.insertAnswer(
            new CaseAnswerRow(
                row.id(),
                before + 1,
                answer.status(),
                answer.zh(),
                answer.en(),
                answer.note(),
                who.person(),
                now)));
    Instant closedAt = answer.status() == CaseStatus.CLOSED ? now : null;
    Rows.one(mapper.move(row.id(), answer.status(), answer.outcome(), closedAt));
    audit.note(who, "case.answer", "case/" + row.number(), answer.status().name());
    return opened(mapper.find(row.number()));
  }

  private Opened opened(@Nullable CaseRow row) {
    if (row == null) {
      throw missing();
    }
    return new Opened(row, mapper.contact(row.id()), mapper.answers(row.id()));
  }

  private static Problem missing() {
    return Problem.of(ProblemKind.NOT_FOUND, TEXTS.words("case.number"));
  }
}
