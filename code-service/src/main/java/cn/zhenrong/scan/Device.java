package cn.zhenrong.scan;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A device, known only by a keyed digest of what its browser sends anyway; the key changes every
/// month. The address itself goes nowhere.
///
/// @param key 16 bytes
public record Device(byte[] key) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Device(byte[] otherKey) && Arrays.equals(key, otherKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "Device[" + HexFormat.of().formatHex(key, 0, 4) + "…]";
  }
}
