package cn.zhenrong.oversight;

import cn.zhenrong.issue.Code;
import org.jspecify.annotations.Nullable;

/// What a shopper had before them.
///
/// @param scanned the serial, or what stood in its place: printable ASCII, at most 64; empty if
///   nothing was scanned
/// @param code null if it was never issued
/// @param shown the verdict code the page showed
/// @param text the whole text that was scanned or pasted, at most 600 characters; null if it says
///   no more than the code
public record CaseSubject(
    String scanned, @Nullable Code code, String shown, @Nullable String text) {
  @Nullable Long batch() {
    return code == null ? null : (Long) code.batch().id().value();
  }

  @Nullable Long sequence() {
    return code == null ? null : (Long) code.sequence();
  }
}
