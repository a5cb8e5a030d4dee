package cn.zhenrong.fibre;

import java.util.List;

/// One part of a garment with its shares in the order they were declared or reported.
///
/// @param name such as 大身, 罗纹, 里料
public record Part(String name, List<Share> shares) {
  public Part {
    shares = List.copyOf(shares);
  }
}
