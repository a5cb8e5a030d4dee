package cn.zhenrong.scan;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Provinces as one number, a bit each, that any store can add to by `|`. The bits are kept, so a
/// province never changes its place in the enum; a new one comes last.
public final class ProvinceSet {
  private ProvinceSet() {}

  /// @param provinces in any order, repeated or not
  static long bits(Collection<Province> provinces) {
    return provinces.stream().mapToLong(ProvinceSet::bit).reduce(0, (a, b) -> a | b);
  }

  /// The provinces in such a number, in the order of their codes.
  public static List<Province> of(long bits) {
    return Arrays.stream(Province.values()).filter(one -> (bits & bit(one)) != 0).toList();
  }

  private static long bit(Province province) {
    return 1L << province.ordinal();
  }
}
