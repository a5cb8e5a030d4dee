package cn.zhenrong.scan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The devices of one code as the bytes of one column: 30 each: key (16), province (1), first and
/// last second since 1970 (4 each, unsigned), sessions (4), 1 if it said that it opened the
/// package.
final class DeviceBytes {
  private static final int EACH = 30;

  private DeviceBytes() {}

  static byte[] pack(List<Seen> devices) {
    ByteBuffer buffer = ByteBuffer.allocate(devices.size() * EACH);
    for (Seen seen : devices) {
      buffer
          .put(seen.device().key())
          .put(ScanBytes.code(seen.province()))
          .putInt((int) seen.firstAt().getEpochSecond())
          .putInt((int) seen.lastAt().getEpochSecond())
          .putInt(seen.sessions())
          .put((byte) (seen.opened() ? 1 : 0));
    }
    return buffer.array();
  }

  static List<Seen> unpack(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    List<Seen> devices = new ArrayList<>(bytes.length / EACH);
    while (buffer.hasRemaining()) {
      devices.add(
          new Seen(
              ScanBytes.device(buffer),
              ScanBytes.province(buffer.get()),
              second(buffer.getInt()),
              second(buffer.getInt()),
              buffer.getInt(),
              buffer.get() == 1));
    }
    return devices;
  }

  private static Instant second(int seconds) {
    return Instant.ofEpochSecond(Integer.toUnsignedLong(seconds));
  }
}
