package cn.zhenrong.scan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What tells one nonce from all others: the second it was made in, then 96 random bits. It starts
/// with the time so that rows which come together also lie together.
record NonceId(long high, long low) {
  static final int LENGTH = 16;

  static NonceId of(Instant made, int random, long more) {
    return new NonceId(made.getEpochSecond() << 32 | Integer.toUnsignedLong(random), more);
  }

  static NonceId of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new NonceId(buffer.getLong(), buffer.getLong());
  }

  byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
  }

  Instant made() {
    return Instant.ofEpochSecond(high >>> 32);
  }

  /// The UTC day it was made on. A nonce always falls into the same partition, whenever it is used.
  LocalDate day() {
    return LocalDate.ofInstant(made(), ZoneOffset.UTC);
  }
}
