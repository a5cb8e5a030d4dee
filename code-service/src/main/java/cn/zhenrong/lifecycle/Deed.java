package cn.zhenrong.lifecycle;

import cn.zhenrong.party.Caller;
import org.jspecify.annotations.Nullable;

/// What somebody does to codes, and why.
///
/// @param words the person's own, at most 200 characters
record Deed(Caller who, Move move, @Nullable Reason reason, @Nullable String words) {
  static Deed of(Caller who, Move move) {
    return new Deed(who, move, null, null);
  }
}
