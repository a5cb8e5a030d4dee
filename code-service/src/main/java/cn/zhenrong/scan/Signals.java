package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.lifecycle.CodeState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The clone rules at work: asked about every visit that counts, in the transaction that counts it.
@Service
public class Signals {
  private final CloneRules rules;
  private final DeviceTrails trails;
  private final SignalKeeping keeping;
  private final SignalMapper mapper;
  private final SignalWords words;
  private final Places places;

  Signals(
      CloneRuleBook book,
      TrailMessages messages,
      SignalKeeping keeping,
      SignalMapper mapper,
      SignalWords words,
      Places places) {
    this.rules = new CloneRules(book);
    this.trails = new DeviceTrails(book, messages::tell);
    messages.hear(trails::heard);
    this.keeping = keeping;
    this.mapper = mapper;
    this.words = words;
    this.places = places;
  }

  /// Asks the rules about what was just applied and writes down what they say. Called last in its
  /// transaction: rows of alerts are shared by many codes.
  @Transactional(propagation = Propagation.MANDATORY)
  void note(List<Change> changes) {
    DeviceTrails.Notes notes = trails.notes();
    keeping.keep(changes.stream().flatMap(change -> hits(change, notes).stream()).toList());
    // A group that fails comes again and must find the trails as they were.
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            notes.keep();
          }
        });
  }

  private List<Signal> hits(Change change, DeviceTrails.Notes notes) {
    Places.Place place = places.now(change.after().index());
    if (place == null) {
      return List.of();
    }
    BatchId batch = place.batch().id();
    List<Signal> hits = new ArrayList<>();
    CodeRecord before = change.before();
    for (Change.Step step : change.steps()) {
      ScanEvent event = step.event();
      Stood stood = place.stood().at(event);
      if (stood.state() != CodeState.DISPLAY && counts(before, event, step.after())) {
        hits.addAll(rules.hits(batch, before, event, stood));
        hits.addAll(notes.note(batch, event));
      }
      before = step.after();
    }
    return hits;
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
