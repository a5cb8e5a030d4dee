package cn.zhenrong.scan;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.lifecycle.CodeState;
import cn.zhenrong.lifecycle.Life;
import cn.zhenrong.lifecycle.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The clone rules at work: asked about every visit that counts, in the transaction that counts it.
@Service
public class Signals {
  private final CloneRules rules;
  private final DeviceTrails trails;
  private final SignalKeeping keeping;
  private final SignalMapper mapper;
  private final SignalWords words;
  private final Batches batches;
  private final Codes codes;
  private final Life life;

  Signals(
      CloneRuleBook book,
      SignalKeeping keeping,
      SignalMapper mapper,
      SignalWords words,
      Batches batches,
      Codes codes,
      Life life) {
    this.rules = new CloneRules(book);
    this.trails = new DeviceTrails(book);
    this.keeping = keeping;
    this.mapper = mapper;
    this.words = words;
    this.batches = batches;
    this.codes = codes;
    this.life = life;
  }

  /// Asks the rules about what was just applied and writes down what they say. Called last in its
  /// transaction: rows of alerts are shared by many codes.
  @Transactional(propagation = Propagation.MANDATORY)
  void note(List<Change> changes) {
    keeping.keep(changes.stream().flatMap(change -> hits(change).stream()).toList());
  }

  private List<Signal> hits(Change change) {
    long index = change.after().index();
    Batch batch = batches.holding(index).orElse(null);
    if (batch == null) {
      return List.of();
    }
    Standing standing = standing(codes.at(batch, index - batch.first() + 1));
    if (standing.state() == CodeState.DISPLAY) {
      return List.of();
    }
    List<Signal> hits = new ArrayList<>();
    CodeRecord before = change.before();
    for (Fresh fresh : change.events()) {
      CodeRecord after = Tally.after(before, List.of(fresh));
      if (counts(before, fresh.event(), after)) {
        hits.addAll(rules.hits(batch.id(), before, fresh.event(), standing));
        hits.addAll(trails.note(batch.id(), fresh.event()));
      }
      before = after;
    }
    return hits;
  }

  /// From memory; what cannot be had there in a moment is read like everything else here.
  private Standing standing(Code code) {
    try {
      return life.shown(code);
    } catch (DataAccessException e) {
      return life.standing(code);
    }
  }

  /// Whether a visit begins a session or claims an opening; a repeat says nothing new.
  static boolean counts(@Nullable CodeRecord before, ScanEvent event, CodeRecord after) {
    return event.opened() || before == null || after.sessions() > before.sessions();
  }

  /// One rule on some codes in some time.
  ///
  /// @param first index of a code
  /// @param last index of a code, inclusive
  /// @param to inclusive
  public record Reach(CloneRule rule, long first, long last, Instant from, Instant to) {}

  /// What a rule saw of some codes, in their order.
  public List<Suspicion> of(Reach reach, int limit) {
    return mapper.ofRange(reach, limit).stream().map(words::suspicion).toList();
  }

  /// Notes that a person found nothing wrong with what a rule saw there and then: shoppers are told
  /// no longer, and what the rule sees of these codes later is counted but raises nothing.
  ///
  /// @return of how many codes
  @Transactional
  public int dismiss(Reach reach, Instant at) {
    return mapper.dismiss(reach, at);
  }
}
