package cn.zhenrong.evidence;

import cn.zhenrong.file.CheckedPdf;
import cn.zhenrong.file.PdfReader;
import cn.zhenrong.file.StoredFiles;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The laboratory's own PDF of a report: for its party and the association, never for the public.
@Service
class ReportFiles {
  private static final Texts TEXTS = Texts.beside(ReportFiles.class);

  private final ReportMapper mapper;
  private final Reports reports;
  private final PdfReader reader;
  private final StoredFiles files;
  private final TransactionTemplate transaction;
  private final Alarms alarms;
  private final Audit audit;
  private final Clock clock;

  ReportFiles(
      ReportMapper mapper,
      Reports reports,
      PdfReader reader,
      StoredFiles files,
      TransactionTemplate transaction,
      Alarms alarms,
      Audit audit,
      Clock clock) {
    this.mapper = mapper;
    this.reports = reports;
    this.reader = reader;
    this.files = files;
    this.transaction = transaction;
    this.alarms = alarms;
    this.audit = audit;
    this.clock = clock;
  }

  /// Attaches the PDF to a report of the caller's party. It may be exchanged until codes are issued
  /// under the report. A stranger's PDF is parsed before the transaction begins.
  ///
  /// @return the report as it is now
  /// @throws Problem not-allowed, not-found, too-large, invalid-input `file.not-pdf`, or
  ///   state-conflict once another file can no longer take its place
  public Report attach(Caller caller, ReportId id, byte[] pdf) {
    caller.require(Role.MAKER);
    reports.get(caller, id);
    CheckedPdf checked = reader.check(pdf);
    return Objects.requireNonNull(transaction.execute(_ -> attach(caller, id, checked)));
  }

  private Report attach(Caller caller, ReportId id, CheckedPdf pdf) {
    String digest = files.storePdf(caller, pdf);
    if (mapper.attach(id.value(), digest, clock.instant().truncatedTo(ChronoUnit.MILLIS)) != 1) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("report.file-kept"));
    }
    Report report = reports.get(caller, id);
    alarms.raise(report);
    audit.note(caller, "report.attach", Reports.subject(id), digest);
    return report;
  }

  /// The PDF.
  ///
  /// @throws Problem not-found if there is none for this caller
  @Transactional(readOnly = true)
  public byte[] read(Caller caller, ReportId id) {
    String digest = reports.get(caller, id).fileDigest();
    if (digest == null) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    return files.read(caller, digest);
  }

  /// Attaches a photo of the sample, JPEG or PNG. It may be exchanged until codes are issued.
  ///
  /// @throws Problem not-allowed, not-found, too-large, invalid-input `file.not-photo`, or
  ///   state-conflict once another photo can no longer take its place
  @Transactional
  public Report show(Caller caller, ReportId id, byte[] photo) {
    caller.require(Role.MAKER);
    reports.get(caller, id);
    String digest = files.storePhoto(caller, photo);
    if (mapper.show(id.value(), digest) != 1) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("report.photo-kept"));
    }
    audit.note(caller, "report.show", Reports.subject(id), digest);
    return reports.get(caller, id);
  }

  /// The photo of the sample.
  ///
  /// @throws Problem not-found if there is none for this caller
  @Transactional(readOnly = true)
  public byte[] photo(Caller caller, ReportId id) {
    String digest = reports.get(caller, id).photoDigest();
    if (digest == null) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    return files.read(caller, digest);
  }
}
