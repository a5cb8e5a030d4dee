package cn.zhenrong.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// Reads an address into the 64 bits that tell networks apart.
///
/// IPv6: the leading 64 bits, which one household or office has to itself. IPv4: the address below
/// `ffff`, where no IPv6 network lies.
final class Network {
  /// What is no address, or one of a private network.
  static final long NONE = 0;

  private static final long IPV4 = 0xFFFFL << 32;
  private static final long LAST_OF_24 = 0xFF;
  private static final long LAST_OF_48 = 0xFFFF;

  private Network() {}

  /// The network of an address as containers and proxies write it, perhaps with a port; [#NONE] for
  /// a private, loopback or link-local one: who comes from there is a proxy nobody named, a
  /// colleague or a test, and a crowd of shoppers must not be counted as that one.
  static long of(String text) {
    try {
      InetAddress address = InetAddress.ofLiteral(withoutPort(text));
      return isPrivate(address) ? NONE : bits(address);
    } catch (IllegalArgumentException e) {
      return NONE;
    }
  }

  /// The part of a network that many households share: /24 of IPv4, /48 of IPv6.
  static long prefix(long network) {
    return network & ~(network >>> 32 == 0xFFFF ? LAST_OF_24 : LAST_OF_48);
  }

  private static long bits(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return address instanceof Inet4Address ? IPV4 | bytes.getInt() & 0xFFFFFFFFL : bytes.getLong();
  }

  private static boolean isPrivate(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        // fc00::/7, which the JDK does not know.
        || (!(address instanceof Inet4Address) && (address.getAddress()[0] & 0xFE) == 0xFC);
  }

  /// `192.0.2.1:443` and `[2001:db8::1]:443`.
  private static String withoutPort(String text) {
    if (text.startsWith("[")) {
      return text.substring(1, Math.max(text.indexOf(']'), 1));
    }
    int colon = text.indexOf(':');
    boolean onlyOne = colon > 0 && colon == text.lastIndexOf(':');
    return onlyOne ? text.substring(0, colon) : text;
  }
}
