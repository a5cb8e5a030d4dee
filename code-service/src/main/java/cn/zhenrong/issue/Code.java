package cn.zhenrong.issue;

import cn.zhenrong.code.Serial;

/// One code of a batch. Computed, never stored.
///
/// @param sequence its number in the batch, from 1
public record Code(Batch batch, long sequence, Line line, Serial serial) {

  /// `/01/…/21/…` or `/S/…`.
  public String path() {
    return line.key().path(serial);
  }
}
