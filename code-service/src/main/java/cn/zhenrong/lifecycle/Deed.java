package cn.zhenrong.lifecycle;

import cn.zhenrong.party.Caller;
import org.jspecify.annotations.Nullable;

/// What somebody does to codes, and why.
///
/// @param words the person's own, at most 200 characters
/// @param box the sealed box that is moved as a whole, if it is one
record Deed(
    Caller who, Move move, @Nullable Reason reason, @Nullable String words, @Nullable BoxId box) {

  Deed(Caller who, Move move, @Nullable Reason reason, @Nullable String words) {
    this(who, move, reason, words, null);
  }

  static Deed of(Caller who, Move move) {
    return new Deed(who, move, null, null);
  }

  static Deed of(Caller who, Move move, BoxId box) {
    return new Deed(who, move, null, null, box);
  }
}
