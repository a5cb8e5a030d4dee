package cn.zhenrong.issue;

import java.util.List;
import java.util.stream.Stream;

/// What a batch that is not accepted yet waits for; one person decides on all of it at once.
public enum Waiting {
  /// The gate said REVIEW.
  REVIEW,
  /// The maker may not apply for so many garments without approval.
  SIZE;

  static List<Waiting> of(boolean review, boolean size) {
    return Stream.of(values()).filter(one -> one == REVIEW ? review : size).toList();
  }
}
