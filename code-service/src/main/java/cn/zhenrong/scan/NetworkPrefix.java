package cn.zhenrong.scan;

import java.util.Comparator;
import java.util.Optional;

/// One network and its province.
///
/// @param length in bits of 128; one of version 4 has 96 more than it is written with
record NetworkPrefix(Address first, int length, Province province)
    implements Comparable<NetworkPrefix> {
  private static final Comparator<NetworkPrefix> ORDER =
      Comparator.comparing(NetworkPrefix::first).thenComparing(NetworkPrefix::length);

  /// Reads a line such as `192.0.2.0/24,33`; empty if it is not one. A prefix with bits behind its
  /// length is a slip and not taken.
  static Optional<NetworkPrefix> of(String line) {
    String[] columns = line.split(",", -1);
    String[] prefix = columns[0].strip().split("/", -1);
    if (columns.length != 2 || prefix.length != 2) {
      return Optional.empty();
    }
    return Address.of(prefix[0])
        .flatMap(address ->
            number(columns[1])
                .flatMap(Province::of)
                .flatMap(
                    province -> number(prefix[1]).flatMap(bits -> of(address, bits, province))));
  }

  private static Optional<NetworkPrefix> of(Address address, int bits, Province province) {
    int most = address.isVersion4() ? 32 : 128;
    if (bits > most) {
      return Optional.empty();
    }
    NetworkPrefix prefix = new NetworkPrefix(address, bits + 128 - most, province);
    boolean clean =
        (address.high() & prefix.hostHigh()) == 0 && (address.low() & prefix.hostLow()) == 0;
    return clean ? Optional.of(prefix) : Optional.empty();
  }

  private static Optional<Integer> number(String text) {
    String digits = text.strip();
    return digits.matches("[0-9]{1,3}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }

  Address last() {
    return new Address(first.high() | hostHigh(), first.low() | hostLow());
  }

  private long hostHigh() {
    return length >= 64 ? 0 : -1L >>> length;
  }

  private long hostLow() {
    if (length <= 64) {
      return -1L;
    }
    return length == 128 ? 0 : -1L >>> (length - 64);
  }

  /// By first address; of those that begin at the same one, the widest first.
  @Override
  public int compareTo(NetworkPrefix other) {
    return ORDER.compare(this, other);
  }
}
