package cn.zhenrong.issue;

import cn.zhenrong.code.Profile;
import cn.zhenrong.code.PublicBase;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.Labels;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.Styles;
import cn.zhenrong.seal.Signer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The codes of a batch as a file: computed while they are written, signed on all cores, in order,
/// in constant memory.
@Service
class CodeFiles {
  private static final int CHUNK = 2048;

  private final Batches batches;
  private final Styles styles;
  private final Labels labels;
  private final Keys keys;
  private final PublicBase base;
  private final Workers workers;
  private final IssueSettings settings;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  CodeFiles(
      Batches batches,
      Styles styles,
      Labels labels,
      Keys keys,
      PublicBase base,
      Workers workers,
      IssueSettings settings,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.batches = batches;
    this.styles = styles;
    this.labels = labels;
    this.keys = keys;
    this.base = base;
    this.workers = workers;
    this.settings = settings;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
  }

  /// A batch whose codes the caller may download.
  ///
  /// @throws Problem not-found, not-allowed for a bench that only activates them, state-conflict
  ///   while it is not open
  Batch open(Caller caller, BatchId id) {
    Batch batch = batches.get(caller, id);
    if (!caller.maySee(batch.party())) {
      throw IssueTexts.problem(ProblemKind.NOT_ALLOWED, "batch.not-own");
    }
    return switch (batch.status()) {
      case OPEN -> batch;
      case SEALING -> throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "batch.sealing");
      case AWAITING_REVIEW, REFUSED, CANCELLED, CLOSED ->
          throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "batch.not-open");
    };
  }

  /// One download: the rows first…last of a batch.
  ///
  /// @throws Problem state-conflict if the batch's key signs nothing any more
  Download prepare(Batch batch, long first, long last) {
    if (batch.profile() == Profile.SIGNED) {
      keys.requireSigning(batch.slot());
    }
    Style style = styles.find(batch.style()).orElseThrow();
    Label label = labels.find(batch.label()).orElseThrow();
    CodeFile file =
        new CodeFile(
            batch,
            batch.profile() == Profile.SIGNED ? batch.statement() : null,
            style.styleNo(),
            label.composition().chinese(),
            style.standard() == null ? "" : style.standard(),
            settings.pack());
    return new Download(file, file.lines(base), first, last);
  }

  /// Notes that these codes leave the house; must stand before the first byte goes out.
  void release(Caller caller, Download download) {
    Batch batch = download.file().batch();
    transaction.executeWithoutResult(status -> {
      audit.note(
          caller, "batch.codes", "batch/" + batch.id(), download.first() + "–" + download.last());
      events.publishEvent(new CodesReleased(batch, download.first(), download.last(), caller));
    });
  }

  /// Writes the rows. Each chunk has a signer of its own, which verifies a sample of what it signs:
  /// a chunk with a signature found bad is never written, and nothing comes after it.
  void write(Download download, OutputStream out) throws IOException, InterruptedException {
    Iterator<Callable<byte[]>> chunks =
        LongStream.iterate(download.first(), from -> from <= download.last(), from -> from + CHUNK)
            .mapToObj(from ->
                (Callable<byte[]>)
                    () -> download.rows(from, Math.min(from + CHUNK - 1, download.last()), keys))
            .iterator();
    workers.inOrder(chunks, out::write);
  }

  /// @param first sequence number of the first row
  /// @param last sequence number of the last row
  record Download(CodeFile file, List<CodeLine> lines, long first, long last) {
    /// Bytes of all rows.
    long length() {
      return file.length(lines, first, last);
    }

    private byte[] rows(long from, long to, Keys keys) {
      Signer signer =
          file.statement() == null
              ? null
              : keys.samplingSigner(file.batch().slot(), Math.toIntExact(to - from + 1));
      int length = Math.toIntExact(file.length(lines, from, to));
      RowWriter writer = new RowWriter(file, keys.serials(), signer, length);
      for (CodeLine line : lines) {
        long first = Math.max(from, line.line().firstSequence());
        long last = Math.min(to, line.last());
        if (first <= last) {
          writer.write(line, first, last);
        }
      }
      return writer.rows();
    }
  }
}
