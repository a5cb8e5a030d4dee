package cn.zhenrong.lifecycle;

/// Sequence numbers of one batch, both ends inclusive.
record Range(long first, long last) {
  Range {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("not a range");
    }
  }

  static Range of(long sequence) {
    return new Range(sequence, sequence);
  }

  long length() {
    return last - first + 1;
  }

  /// What this shares with one it overlaps.
  Range and(Range other) {
    return new Range(Math.max(first, other.first), Math.min(last, other.last));
  }

  boolean overlaps(Range other) {
    return first <= other.last && other.first <= last;
  }
}
