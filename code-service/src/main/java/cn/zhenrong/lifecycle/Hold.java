package cn.zhenrong.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A hold or a recall that is in force.
///
/// @param recall true for a recall, which is red and tells what to do
/// @param reason the association's words
/// @param phone whom to call about it
/// @param remedy what to do with recalled goods
public record Hold(
    long id,
    boolean recall,
    String reason,
    Instant since,
    @Nullable String phone,
    @Nullable String remedy) {

  /// A hold without a telephone number.
  public Hold(long id, boolean recall, String reason, Instant since) {
    this(id, recall, reason, since, null, null);
  }
}
