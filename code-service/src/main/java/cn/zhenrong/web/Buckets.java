package cn.zhenrong.web;

import java.util.concurrent.atomic.AtomicLongArray;

/// Token buckets for as many keys as there is room, in memory of a fixed size, without locks.
///
/// A bucket is one number: the time at which it will be full again (the generic cell rate
/// algorithm). Taking a token moves that time on by an interval; a bucket whose time has passed is
/// full, and full is what a bucket nobody knows is. So a place may be given to another key without
/// losing anything once its time has passed, and where a flood of keys leaves none such, the bucket
/// nearest to full goes: whoever took most is forgotten last.
///
/// Beside it each place keeps a second such number for invalid codes, and a word for whoever leases
/// tokens. Two threads that meet while a place changes hands may charge a token to the wrong one;
/// that is cheaper than a lock.
///
/// Times are nanoseconds from 0 on, and given by the caller.
final class Buckets {
  private static final int WAYS = 4;
  private static final int WORDS = 4;
  private static final int DUE = 1;
  private static final int INVALID = 2;
  private static final int LEASE = 3;

  private final AtomicLongArray words;
  private final int sets;

  /// @param places how many keys have room; a power of two
  Buckets(int places) {
    if (Integer.bitCount(places) != 1 || places < WAYS) {
      throw new IllegalArgumentException("places are a power of two");
    }
    this.sets = places / WAYS;
    this.words = new AtomicLongArray(places * WORDS);
  }

  int places() {
    return sets * WAYS;
  }

  /// The place of a key, which it shares with nobody for now.
  ///
  /// @param key any number but 0, as good as random
  int place(long key, long now) {
    int first = (int) (key & sets - 1) * WAYS * WORDS;
    int best = first;
    long earliest = Long.MAX_VALUE;
    for (int at = first; at < first + WAYS * WORDS; at += WORDS) {
      long holder = words.get(at);
      if (holder == key) {
        return at;
      }
      long full = holder == 0 ? -1 : full(at);
      if (full < earliest) {
        earliest = full;
        best = at;
      }
    }
    long holder = words.get(best);
    if (words.compareAndSet(best, holder, key)) {
      words.set(best + DUE, now);
      words.set(best + INVALID, now);
      words.set(best + LEASE, 0);
    }
    return best;
  }

  /// Where a key is now; -1 if it has no place.
  int known(long key) {
    int first = (int) (key & sets - 1) * WAYS * WORDS;
    for (int at = first; at < first + WAYS * WORDS; at += WORDS) {
      if (words.get(at) == key) {
        return at;
      }
    }
    return -1;
  }

  /// Takes a token.
  ///
  /// @return 0, or after how many nanoseconds there will be one
  long take(int place, Limit limit, long now) {
    while (true) {
      long due = words.get(place + DUE);
      long next = Math.max(due, now) + limit.interval();
      if (next - now > limit.tolerance()) {
        return next - now - limit.tolerance();
      }
      if (words.compareAndSet(place + DUE, due, next)) {
        return 0;
      }
    }
  }

  /// Takes a turn of those who go one after the other.
  ///
  /// @param interval between two turns
  /// @param longest that may be waited
  /// @return how long to wait for it, -1 if that is too long
  long turn(int place, long interval, long longest, long now) {
    while (true) {
      long due = words.get(place + DUE);
      long turn = Math.max(due, now);
      if (turn - now > longest) {
        return -1;
      }
      if (words.compareAndSet(place + DUE, due, turn + interval)) {
        return turn - now;
      }
    }
  }

  boolean isFull(int place, long now) {
    return words.get(place + DUE) <= now;
  }

  /// Whether more than half of what may happen at once has happened.
  boolean isBusy(int place, Limit limit, long now) {
    return words.get(place + DUE) - now > limit.tolerance() / 2;
  }

  /// Notes an invalid code. Too many make a place suspect until there was none for a whole window:
  /// then its count goes to twice the limit, and no higher.
  ///
  /// @param invalid how many in a window make it suspect: its burst
  /// @return whether it became so now
  boolean invalid(int place, Limit invalid, long now) {
    long most = now + 2 * invalid.tolerance();
    while (true) {
      long due = words.get(place + INVALID);
      long next = Math.min(Math.max(due, now) + invalid.interval(), most);
      boolean after = isSuspect(next, invalid, now);
      if (words.compareAndSet(place + INVALID, due, after ? most : next)) {
        return after && !isSuspect(due, invalid, now);
      }
    }
  }

  boolean isSuspect(int place, Limit invalid, long now) {
    return isSuspect(words.get(place + INVALID), invalid, now);
  }

  private static boolean isSuspect(long due, Limit invalid, long now) {
    return due - now > invalid.tolerance() - invalid.interval();
  }

  /// The word of whoever leases tokens for this place; 0 at first.
  long lease(int place) {
    return words.get(place + LEASE);
  }

  boolean lease(int place, long before, long after) {
    return words.compareAndSet(place + LEASE, before, after);
  }

  /// Places whose bucket is not full or whose key is suspect.
  int inUse(long now) {
    int count = 0;
    for (int at = 0; at < words.length(); at += WORDS) {
      count += words.get(at) != 0 && full(at) > now ? 1 : 0;
    }
    return count;
  }

  private long full(int place) {
    return Math.max(words.get(place + DUE), words.get(place + INVALID));
  }
}
