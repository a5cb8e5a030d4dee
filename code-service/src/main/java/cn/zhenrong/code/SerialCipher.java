package cn.zhenrong.code;

import java.util.OptionalLong;

/// Turns an index into a serial that tells nothing about it, and back.
///
/// Implementations are safe for use by several threads.
public interface SerialCipher {
  /// The largest index there is: 2⁴⁵ − 1. The smallest is 1.
  long LAST_INDEX = (1L << 45) - 1;

  /// The serial of `index` in `epoch`.
  ///
  /// @param epoch 0 to 31
  /// @param index 1 to [#LAST_INDEX]
  /// @throws IllegalArgumentException if either is out of range
  Serial encipher(int epoch, long index);

  /// The index of a serial; empty if the serial was never issued.
  OptionalLong decipher(Serial serial);

  /// A writer for many serials of one epoch.
  Writer writer(int epoch);

  /// Writes serials of one epoch without making objects. For one thread at a time.
  interface Writer {
    /// Writes the 16 ASCII symbols of the serial of `index` into `into`, starting at `at`.
    ///
    /// @throws IllegalArgumentException if the index is out of range
    void write(long index, byte[] into, int at);
  }
}
