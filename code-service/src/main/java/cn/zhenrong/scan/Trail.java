package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The codes of one batch that one device read, when it read them last, and whether that was told.
/// In plain arrays: there are many trails, most of one code.
final class Trail {
  /// The most codes remembered.
  static final int MOST_CODES = 1000;

  private long[] codes = new long[1];
  private long[] seconds = new long[1];
  private boolean[] told = new boolean[1];
  private int size;
  private boolean shared;

  Trail copy() {
    Trail copy = new Trail();
    copy.codes = codes.clone();
    copy.seconds = seconds.clone();
    copy.told = told.clone();
    copy.size = size;
    copy.shared = shared;
    return copy;
  }

  /// Both together.
  Trail with(Trail other) {
    Trail both = copy();
    for (int i = 0; i < other.size; i++) {
      int place = both.add(other.codes[i], other.seconds[i]);
      both.told[place] |= other.told[i];
    }
    both.shared |= other.shared;
    return both;
  }

  /// This with what another instance read, or this itself if that is nothing new. Those codes are
  /// told of there.
  Trail withOthers(List<TrailMessages.Reading> readings) {
    if (readings.stream().allMatch(one -> isKnown(one.code(), one.second()))) {
      return this;
    }
    Trail both = copy();
    for (TrailMessages.Reading one : readings) {
      boolean known = both.place(one.code()) < both.size;
      int place = both.add(one.code(), one.second());
      both.told[place] |= !known;
    }
    return both;
  }

  private boolean isKnown(long code, long second) {
    int place = place(code);
    return place < size && seconds[place] >= second;
  }

  int size() {
    return size;
  }

  /// Whether other instances hear of it: each further code alone, then.
  boolean isShared() {
    return shared;
  }

  void share() {
    shared = true;
  }

  /// All of it, as it is told to other instances.
  List<TrailMessages.Reading> readings(Device device, BatchId batch) {
    return IntStream.range(0, size)
        .mapToObj(i -> new TrailMessages.Reading(device, batch, codes[i], seconds[i]))
        .toList();
  }

  /// Notes one reading; the code read longest ago makes room if there is none.
  ///
  /// @return the place it has now
  int add(long code, long second) {
    int place = place(code);
    if (place == MOST_CODES) {
      place = oldest();
    }
    if (place == codes.length) {
      int length = Math.min(MOST_CODES, size * 2);
      codes = Arrays.copyOf(codes, length);
      seconds = Arrays.copyOf(seconds, length);
      told = Arrays.copyOf(told, length);
    }
    boolean known = place < size && codes[place] == code;
    seconds[place] = known ? Math.max(seconds[place], second) : second;
    told[place] &= known;
    codes[place] = code;
    size = Math.max(size, place + 1);
    return place;
  }

  /// How many codes were read since then.
  int countSince(long second) {
    return (int) IntStream.range(0, size).filter(i -> seconds[i] >= second).count();
  }

  /// The codes read since then that were never told of, and this one; told of from now on.
  long[] told(long code, long second) {
    int[] places =
        IntStream.range(0, size)
            .filter(i -> codes[i] == code || seconds[i] >= second && !told[i])
            .toArray();
    Arrays.stream(places).forEach(i -> told[i] = true);
    return Arrays.stream(places).mapToLong(i -> codes[i]).toArray();
  }

  private int place(long code) {
    for (int i = 0; i < size; i++) {
      if (codes[i] == code) {
        return i;
      }
    }
    return size;
  }

  private int oldest() {
    return IntStream.range(0, size)
        .reduce((a, b) -> seconds[a] <= seconds[b] ? a : b)
        .orElseThrow();
  }
}
