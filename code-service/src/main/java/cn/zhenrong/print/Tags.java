package cn.zhenrong.print;

import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.Reports;
import cn.zhenrong.fibre.Composition;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.issue.DownloadForm;
import cn.zhenrong.issue.Downloads;
import cn.zhenrong.issue.Printing;
import cn.zhenrong.lifecycle.Life;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.Party;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.Labels;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.Styles;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tags of a batch: what stands on each, and that they were handed out. A code that was taken
/// out of use is never printed again; a spare takes its place.
@Service
class Tags {
  private static final Texts TEXTS = Texts.beside(Tags.class);

  private final Batches batches;
  private final Codes codes;
  private final Life life;
  private final Records records;
  private final Downloads downloads;

  Tags(Batches batches, Codes codes, Life life, Records records, Downloads downloads) {
    this.batches = batches;
    this.codes = codes;
    this.life = life;
    this.records = records;
    this.downloads = downloads;
  }

  /// The records a tag is filled from.
  @org.springframework.stereotype.Component("printRecords")
  record Records(Styles styles, Labels labels, Reports reports, Parties parties) {}

  /// The symbol of one code, which counts as handed out from now on.
  ///
  /// @throws Problem not-found, or state-conflict if the batch is not open or the code is out of
  ///   use
  @Transactional
  public Symbol symbol(Caller caller, BatchId id, long sequence, DownloadForm form) {
    Batch batch = open(caller, id);
    if (sequence < 1 || sequence > batch.count()) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    Code code = codes.at(batch, sequence);
    if (isOutOfUse(code)) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("tag.out-of-use"));
    }
    life.release(caller, batch, sequence, sequence);
    downloads.printed(caller, batch, new Printing(form, sequence, sequence, null));
    return Symbol.of(codes.printedText(code));
  }

  /// What somebody wants printed.
  ///
  /// @param from first sequence number
  /// @param form never CSV or ZIP
  /// @param reason why again, if somebody says so
  record Order(
      Caller caller,
      BatchId batch,
      long from,
      int count,
      DownloadForm form,
      @Nullable String reason) {}

  /// Tags to print.
  ///
  /// @param care what all of them say about care
  /// @param first sequence number of the first code asked for
  /// @param last of the last one
  record Run(Batch batch, List<TagContent> tags, List<String> care, long first, long last) {}

  /// The tags of the codes from…from+count−1, without those taken out of use; all count as handed
  /// out from now on. Care labels have the compact symbol.
  ///
  /// @throws Problem not-found, invalid-input, or state-conflict as above
  @Transactional
  public Run print(Order order) {
    Batch batch = open(order.caller(), order.batch());
    long from = order.from();
    if (from < 1 || from > batch.count()) {
      throw Problem.invalid("from", "tag.from", TEXTS.words("tag.from", batch.count()));
    }
    if (order.count() < 1 || order.count() > HangTags.MOST) {
      throw Problem.invalid("count", "tag.count", TEXTS.words("tag.count", HangTags.MOST));
    }
    long last = Math.min(batch.count(), from + order.count() - 1);
    Filling filling = filling(batch);
    if (order.form() == DownloadForm.CARE) {
      requireCare(filling.style());
    }
    Function<Code, String> text =
        order.form() == DownloadForm.CARE ? codes::compactText : codes::printedText;
    List<TagContent> tags =
        LongStream.rangeClosed(from, last)
            .mapToObj(sequence -> codes.at(batch, sequence))
            .filter(code -> !isOutOfUse(code))
            .map(code -> filling.tag(code, text.apply(code)))
            .toList();
    if (tags.isEmpty()) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("tag.out-of-use"));
    }
    life.release(order.caller(), batch, from, last);
    downloads.printed(
        order.caller(), batch, new Printing(order.form(), from, last, order.reason()));
    return new Run(batch, tags, filling.style().details().careWords(), from, last);
  }

  private Batch open(Caller caller, BatchId id) {
    Batch batch = batches.get(caller, id);
    if (batch.status() != BatchStatus.OPEN) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("tag.not-open"));
    }
    return batch;
  }

  /// As the check of the label says: without care there is no durable label in China.
  private static void requireCare(Style style) {
    if (style.markets().contains("CN") && !style.details().saysAllCare()) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("tag.care-missing"));
    }
  }

  private boolean isOutOfUse(Code code) {
    return switch (life.standing(code).state()) {
      case VOID, SPOILED, SAMPLED, REPLACED -> true;
      default -> false;
    };
  }

  private Filling filling(Batch batch) {
    return new Filling(
        records.styles().find(batch.style()).orElseThrow(),
        records.labels().find(batch.label()).orElseThrow().composition(),
        records.reports().find(batch.report()).orElseThrow(),
        records.parties().find(batch.party()).orElseThrow());
  }

  /// What all tags of a batch share.
  private record Filling(Style style, Composition composition, Report report, Party maker) {

    TagContent tag(Code code, String printedText) {
      return new TagContent(
          new TagContent.Garment(
              style.name(),
              style.styleNo(),
              code.line().colour(),
              code.line().size(),
              maker.name()),
          composition.chineseParts(),
          new TagContent.Claims(
              Objects.requireNonNullElse(style.standard(), ""),
              TagContent.Claims.safety(style.safetyClass()),
              report.number(),
              report.lab()),
          new TagContent.Mark(code.serial().human(), code.sequence(), Symbol.of(printedText)));
    }
  }
}
