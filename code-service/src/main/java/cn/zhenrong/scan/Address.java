package cn.zhenrong.scan;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An IP address as a number of 128 bits; one of version 4 as `::ffff:a.b.c.d`.
record Address(long high, long low) implements Comparable<Address> {
  private static final long VERSION_4 = 0xFFFF_0000_0000L;
  private static final int LONGEST = 60;

  /// Reads an address written in digits; never asks a name server.
  static Optional<Address> of(String text) {
    int zone = text.indexOf('%');
    String bare = zone < 0 ? text : text.substring(0, zone);
    if (bare.length() > LONGEST || !isWrittenOut(bare)) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.ofLiteral(bare);
      ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
      return Optional.of(
          address instanceof Inet4Address
              ? new Address(0, VERSION_4 | Integer.toUnsignedLong(bytes.getInt()))
              : new Address(bytes.getLong(), bytes.getLong()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Short forms such as `127.1` mean different addresses to different readers.
  private static boolean isWrittenOut(String text) {
    return text.indexOf(':') >= 0 || text.chars().filter(c -> c == '.').count() == 3;
  }

  boolean isVersion4() {
    return high == 0 && low >>> 32 == VERSION_4 >>> 32;
  }

  /// The address behind it; null behind the last one.
  @Nullable Address next() {
    if (low != -1) {
      return new Address(high, low + 1);
    }
    return high == -1 ? null : new Address(high + 1, 0);
  }

  @Override
  public int compareTo(Address other) {
    return compare(high, low, other.high, other.low);
  }

  static int compare(long high, long low, long otherHigh, long otherLow) {
    int byHigh = Long.compareUnsigned(high, otherHigh);
    return byHigh == 0 ? Long.compareUnsigned(low, otherLow) : byHigh;
  }
}
