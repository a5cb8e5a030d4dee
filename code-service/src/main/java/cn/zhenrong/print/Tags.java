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
import cn.zhenrong.lifecycle.Life;
import cn.zhenrong.party.Audit;
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
  private final Audit audit;

  Tags(Batches batches, Codes codes, Life life, Records records, Audit audit) {
    this.batches = batches;
    this.codes = codes;
    this.life = life;
    this.records = records;
    this.audit = audit;
  }

  /// The records a tag is filled from.
  @org.springframework.stereotype.Component("printRecords")
  record Records(Styles styles, Labels labels, Reports reports, Parties parties) {}

  /// The symbol of one code, which counts as handed out from now on.
  ///
  /// @throws Problem not-found, or state-conflict if the batch is not open or the code is out of
  ///   use
  @Transactional
  public Symbol symbol(Caller caller, BatchId id, long sequence) {
    Batch batch = open(caller, id);
    if (sequence < 1 || sequence > batch.count()) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    Code code = codes.at(batch, sequence);
    if (isOutOfUse(code)) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("tag.out-of-use"));
    }
    life.release(caller, batch, sequence, sequence);
    return Symbol.of(codes.printedText(code));
  }

  /// The tags of the codes from…from+count−1, without those taken out of use; all count as handed
  /// out from now on.
  ///
  /// @throws Problem not-found, invalid-input, or state-conflict as above
  @Transactional
  public List<TagContent> range(Caller caller, BatchId id, long from, int count) {
    return range(caller, open(caller, id), from, count, codes::printedText);
  }

  /// Care labels and what all of them say about care.
  record CareRun(List<TagContent> labels, List<String> care) {}

  /// The care labels of the same codes, with the compact symbol.
  ///
  /// @throws Problem as [#range] does
  @Transactional
  public CareRun careLabels(Caller caller, BatchId id, long from, int count) {
    Batch batch = open(caller, id);
    Style style = records.styles().find(batch.style()).orElseThrow();
    return new CareRun(
        range(caller, batch, from, count, codes::compactText), style.details().careWords());
  }

  private List<TagContent> range(
      Caller caller, Batch batch, long from, int count, Function<Code, String> text) {
    if (from < 1 || from > batch.count()) {
      throw Problem.invalid("from", "tag.from", TEXTS.words("tag.from", batch.count()));
    }
    if (count < 1 || count > HangTags.MOST) {
      throw Problem.invalid("count", "tag.count", TEXTS.words("tag.count", HangTags.MOST));
    }
    long last = Math.min(batch.count(), from + count - 1);
    Filling filling = filling(batch);
    List<TagContent> tags =
        LongStream.rangeClosed(from, last)
            .mapToObj(sequence -> codes.at(batch, sequence))
            .filter(code -> !isOutOfUse(code))
            .map(code -> filling.tag(code, text.apply(code)))
            .toList();
    if (tags.isEmpty()) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("tag.out-of-use"));
    }
    life.release(caller, batch, from, last);
    return tags;
  }

  private Batch open(Caller caller, BatchId id) {
    Batch batch = batches.get(caller, id);
    audit.note(caller, "batch.print", "batch/" + id, null);
    if (batch.status() != BatchStatus.OPEN) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("tag.not-open"));
    }
    return batch;
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
