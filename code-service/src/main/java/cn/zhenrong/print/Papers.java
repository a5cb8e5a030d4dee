package cn.zhenrong.print;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.evidence.Report;
import cn.zhenrong.fibre.Composition;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.lifecycle.Life;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.LabelId;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.StyleId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Papers that go with the goods and show no code: the card for a stall and the order form.
@Service
class Papers {
  private static final Texts TEXTS = Texts.beside(Papers.class);

  private final Batches batches;
  private final Life life;
  private final Tags.Records records;
  private final PublicBase base;
  private final Audit audit;

  Papers(Batches batches, Life life, Tags.Records records, PublicBase base, Audit audit) {
    this.batches = batches;
    this.life = life;
    this.records = records;
    this.base = base;
    this.audit = audit;
  }

  /// The composition card of a batch.
  ///
  /// @throws Problem not-found, or state-conflict if the batch never opened or was cancelled, or a
  ///   hold lies on any code of it
  @Transactional
  public Card card(Caller caller, BatchId id) {
    Batch batch = batches.get(caller, id);
    if (batch.status() != BatchStatus.OPEN && batch.status() != BatchStatus.CLOSED) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("tag.not-open"));
    }
    life.requireNoHold(batch);
    audit.note(caller, "batch.card", "batch/" + id, null);
    Composition declared = records.labels().find(batch.label()).orElseThrow().composition();
    Report report = records.reports().find(batch.report()).orElseThrow();
    VerdictLines verdict = new VerdictLines(batches.decision(id), report, batch.reviewed());
    return new Card(
        maker(batch.party()),
        records.styles().find(batch.style()).orElseThrow(),
        declared.chineseParts(),
        report,
        verdict.of(declared.parts()),
        base.origin());
  }

  /// The order form of a style with one of its labels.
  ///
  /// @throws Problem not-allowed unless the caller is a maker or the association; not-found for
  ///   another party's style, or a label of another style
  @Transactional
  public OrderForm orderForm(Caller caller, StyleId id, LabelId labelId) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    Style style = records.styles().get(caller, id);
    Label label = records.labels().get(caller, labelId);
    if (!label.style().equals(id)) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    audit.note(caller, "style.order-form", "style/" + id, null);
    return new OrderForm(maker(style.party()), style, label.composition().chineseParts());
  }

  private String maker(PartyId party) {
    return records.parties().find(party).orElseThrow().name();
  }
}
