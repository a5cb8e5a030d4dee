package cn.zhenrong.lifecycle;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.BatchStatus;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Parties;
import cn.zhenrong.party.PersonId;
import cn.zhenrong.party.Role;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What became of codes, for staff: the sum of a batch and the story of one code.
@Service
class Histories {
  private static final int MOST_EVENTS = 500;
  private static final int MOST_BOXES = 50;

  private final Access access;
  private final Codes codes;
  private final Parties parties;
  private final LifeMapper mapper;
  private final SpanTable spans;
  private final BoxMapper boxes;

  Histories(
      Access access,
      Codes codes,
      Parties parties,
      LifeMapper mapper,
      SpanTable spans,
      BoxMapper boxes) {
    this.access = access;
    this.codes = codes;
    this.parties = parties;
    this.mapper = mapper;
    this.spans = spans;
    this.boxes = boxes;
  }

  /// One thing that happened to a code.
  ///
  /// @param person who did it, by name
  record Event(
      Instant at,
      Move move,
      CodeState from,
      CodeState to,
      @Nullable Reason reason,
      @Nullable String words,
      @Nullable Serial successor,
      @Nullable Serial predecessor,
      @Nullable String person,
      String requestId) {}

  /// A code and its story, oldest first, and the boxes it was in, newest first.
  record History(Code code, List<Event> events, List<BoxRow> boxes) {}

  /// How many codes of a batch stand where. Codes nobody touched count as ISSUED, so the numbers
  /// add up to the batch.
  Balance balance(Caller who, BatchId id) {
    Batch batch = access.batch(who, id, Role.values());
    Map<CodeState, Long> counts = new EnumMap<>(CodeState.class);
    long untouched = batch.count();
    for (StateCount one : mapper.countStates(id.value())) {
      counts.put(one.state(), one.codes());
      untouched -= one.codes();
    }
    counts.merge(CodeState.ISSUED, untouched, Long::sum);
    EndRow end = mapper.findEnd(id.value());
    Places places = Places.of(batch, mapper.life(id.value()), spans);
    return Balance.of(
        counts,
        end != null && end.ending() == BatchStatus.CLOSED,
        batch.lines().stream().map(line -> Balance.OfLine.of(line, places)).toList());
  }

  /// The events of one code, at most 500, and its boxes, at most 50.
  History history(Caller who, String serial) {
    Code code = access.code(who, serial, Role.values());
    List<EventRow> rows =
        mapper.eventsOf(
            code.batch().id().value(), code.sequence(), Reach.of(code.sequence()), MOST_EVENTS);
    Map<Long, String> names =
        rows.stream()
            .map(EventRow::personId)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), this::nameOf));
    List<Event> events = rows.stream().map(row -> event(code.batch(), row, names)).toList();
    return new History(code, events, boxesOf(code));
  }

  private List<BoxRow> boxesOf(Code code) {
    return boxes.boxesOf(
        code.batch().id().value(), BoxSeals.reach(code.sequence()), code.sequence(), MOST_BOXES);
  }

  private Event event(Batch batch, EventRow row, Map<Long, String> names) {
    return new Event(
        row.at(),
        row.move(),
        row.fromState(),
        row.toState(),
        row.reason(),
        row.words(),
        serial(batch, row.successor()),
        serial(batch, row.predecessor()),
        names.get(row.personId()),
        row.requestId());
  }

  private String nameOf(long person) {
    return parties.person(new PersonId(person)).map(Caller::personName).orElse("");
  }

  private @Nullable Serial serial(Batch batch, @Nullable Long sequence) {
    return sequence == null ? null : codes.at(batch, sequence).serial();
  }
}
