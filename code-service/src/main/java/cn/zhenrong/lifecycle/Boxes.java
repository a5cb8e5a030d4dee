package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Boxes that were sealed, and what was put into them.
@Service
class Boxes {
  private final Access access;
  private final Batches batches;
  private final Codes codes;
  private final SpanTable spans;
  private final BoxMapper mapper;

  Boxes(Access access, Batches batches, Codes codes, SpanTable spans, BoxMapper mapper) {
    this.access = access;
    this.batches = batches;
    this.codes = codes;
    this.spans = spans;
    this.mapper = mapper;
  }

  /// A code in a box, and where it stands.
  record Item(Code code, CodeState state) {}

  /// A box the caller may see.
  ///
  /// @throws Problem not-found if there is none or it is another maker's
  Box get(Caller who, String id) {
    return BoxId.read(id)
        .map(box -> mapper.find(box.value()))
        .filter(row -> access.reaches(who, new PartyId(row.partyId())))
        .map(row -> new Box(row, mapper.content(row.id())))
        .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
  }

  /// What was put into a box, at most a thousand.
  List<Item> items(Box box) {
    List<Item> items = new ArrayList<>();
    for (BoxRange part : box.content()) {
      Batch batch = batch(part);
      spans.read(
          batch.id(),
          List.of(part.range()),
          run -> {
            for (long n = run.range().first(); n <= run.range().last(); n++) {
              items.add(new Item(codes.at(batch, n), run.mark().state()));
            }
          });
    }
    return items;
  }

  /// Boxes with codes of a batch, the newest first.
  List<BoxRow> page(Caller who, BatchId id, @Nullable String before, int limit) {
    access.batch(who, id, Role.values());
    long end =
        before == null
            ? Long.MAX_VALUE
            : BoxId.read(before)
                .map(BoxId::value)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND));
    return mapper.page(id.value(), end, limit);
  }

  private Batch batch(BoxRange part) {
    return batches.find(new BatchId(part.batchId())).orElseThrow();
  }
}
