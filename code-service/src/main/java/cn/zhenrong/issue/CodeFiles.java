package cn.zhenrong.issue;

import cn.zhenrong.code.Profile;
import cn.zhenrong.code.PublicBase;
import cn.zhenrong.keys.Keys;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The codes of a batch as a file: computed while they are written, signed on all cores, in order,
/// in constant memory.
@Service
class CodeFiles {
  /// Rows of one task, some milliseconds' work: the window of a slow client stays small, and those
  /// who share the cores take turns often.
  private static final int CHUNK = 512;

  private final Batches batches;
  private final Styles styles;
  private final Labels labels;
  private final Keys keys;
  private final PublicBase base;
  private final Workers workers;
  private final IssueSettings settings;

  CodeFiles(
      Batches batches,
      Styles styles,
      Labels labels,
      Keys keys,
      PublicBase base,
      Workers workers,
      IssueSettings settings) {
    this.batches = batches;
    this.styles = styles;
    this.labels = labels;
    this.keys = keys;
    this.base = base;
    this.workers = workers;
    this.settings = settings;
  }

  /// A batch whose downloads are the caller's business.
  ///
  /// @throws Problem not-found, not-allowed for a bench that only activates its codes
  Batch own(Caller caller, BatchId id) {
    Batch batch = batches.get(caller, id);
    if (!caller.maySee(batch.party())) {
      throw IssueTexts.problem(ProblemKind.NOT_ALLOWED, "batch.not-own");
    }
    return batch;
  }

  /// A batch whose codes the caller may download.
  ///
  /// @throws Problem as [#own] does, and state-conflict while it is not open
  Batch open(Caller caller, BatchId id) {
    Batch batch = own(caller, id);
    return switch (batch.status()) {
      case OPEN -> batch;
      case SEALING -> throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "batch.sealing");
      case AWAITING_REVIEW, REFUSED, CANCELLED, CLOSED ->
          throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "batch.not-open");
    };
  }

  /// One download: so many rows of a batch from one on, or all that follow.
  ///
  /// @throws Problem invalid-input for numbers outside the batch, state-conflict if the batch's key
  ///   signs nothing any more
  Download prepare(Batch batch, @Nullable Long from, @Nullable Long count) {
    long first = from == null ? 1 : from;
    if (first < 1 || first > batch.count()) {
      throw Problem.invalid("from", "from.range", IssueTexts.words("from.range", batch.count()));
    }
    long most = batch.count() - first + 1;
    if (count != null && count < 1) {
      throw Problem.invalid("count", "from.range", IssueTexts.words("from.range", most));
    }
    return download(batch, first, first - 1 + (count == null ? most : Math.min(count, most)));
  }

  private Download download(Batch batch, long first, long last) {
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

    /// `codes-12.csv`, with the first and last number if it is not the whole batch.
    String name(String ending) {
      Batch batch = file.batch();
      String range = first == 1 && last == batch.count() ? "" : "-" + first + "-" + last;
      return "codes-" + batch.id() + range + ending;
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
