package cn.zhenrong.scan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Scan events as bytes, for the stream and the journal: one version byte, then 50 bytes each:
/// nonce (16), index (8), device (16), province (1, 0 if unknown), milliseconds since 1970 (8), 1
/// if the package was said to be opened, else 0.
final class ScanBytes {
  static final int EACH = 50;
  private static final byte VERSION = 1;

  private ScanBytes() {}

  static byte[] pack(List<ScanEvent> events) {
    ByteBuffer buffer = ByteBuffer.allocate(1 + events.size() * EACH).put(VERSION);
    for (ScanEvent event : events) {
      buffer
          .putLong(event.nonce().high())
          .putLong(event.nonce().low())
          .putLong(event.index())
          .put(event.device().key())
          .put(code(event.province()))
          .putLong(event.at().toEpochMilli())
          .put((byte) (event.opened() ? 1 : 0));
    }
    return buffer.array();
  }

  /// @throws IllegalArgumentException if these are no events of a known version
  static List<ScanEvent> unpack(byte[] bytes) {
    if (bytes.length % EACH != 1 || bytes[0] != VERSION) {
      throw new IllegalArgumentException("no scan events of version " + VERSION);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).position(1);
    List<ScanEvent> events = new ArrayList<>(bytes.length / EACH);
    while (buffer.hasRemaining()) {
      events.add(
          new ScanEvent(
              new NonceId(buffer.getLong(), buffer.getLong()),
              buffer.getLong(),
              device(buffer),
              province(buffer.get()),
              Instant.ofEpochMilli(buffer.getLong()),
              buffer.get() == 1));
    }
    return events;
  }

  static Device device(ByteBuffer buffer) {
    byte[] key = new byte[16];
    buffer.get(key);
    return new Device(key);
  }

  static byte code(@Nullable Province province) {
    return (byte) (province == null ? 0 : province.code());
  }

  static @Nullable Province province(int code) {
    return code == 0 ? null : Province.of(code).orElse(null);
  }
}
