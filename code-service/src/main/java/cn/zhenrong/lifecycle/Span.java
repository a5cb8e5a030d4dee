package cn.zhenrong.lifecycle;

import java.time.Instant;

/// A run of codes with one mark.
///
/// @param earliest when the first of them came into this state
/// @param latest when the last of them did
record Span(long first, long last, Mark mark, Instant earliest, Instant latest) {

  static Span at(Range range, Mark mark, Instant when) {
    return new Span(range.first(), range.last(), mark, when, when);
  }

  boolean holds(long sequence) {
    return sequence >= first && sequence <= last;
  }

  /// The part of this span that lies in first…last.
  Span cut(long from, long to) {
    return new Span(Math.max(first, from), Math.min(last, to), mark, earliest, latest);
  }

  /// Whether `next` begins where this ends and is marked alike.
  boolean joins(Span next) {
    return last + 1 == next.first && mark.equals(next.mark);
  }

  Span with(Span next) {
    return new Span(
        first,
        next.last,
        mark,
        earliest.isBefore(next.earliest) ? earliest : next.earliest,
        latest.isAfter(next.latest) ? latest : next.latest);
  }
}
