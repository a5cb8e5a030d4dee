package cn.zhenrong.scan;

import cn.zhenrong.lifecycle.CodeState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Scan events as bytes, for the stream and the journal: one version byte, then 59 bytes each:
/// nonce (16), index (8), device (16), province (1, 0 if unknown), milliseconds since 1970 (8), 1
/// if the package was said to be opened, else 0 (1), where the code stood (1: 0 if unknown, else
/// its place in [#STATES] counted from 1, and 128 more if it was sold again), and since when (8,
/// milliseconds, 0 if it was as issued). Version 1 ended before that; such may still wait.
final class ScanBytes {
  static final int EACH = 59;
  private static final byte VERSION = 2;
  private static final byte WITHOUT_STATE = 1;
  private static final int EACH_WITHOUT_STATE = 50;
  private static final int SOLD_AGAIN = 128;

  /// Their places are kept in bytes: a new state comes last.
  private static final List<CodeState> STATES =
      List.of(
          CodeState.ISSUED,
          CodeState.RELEASED,
          CodeState.ACTIVE,
          CodeState.SHIPPED,
          CodeState.RETURNED,
          CodeState.SPOILED,
          CodeState.SAMPLED,
          CodeState.VOID,
          CodeState.REPLACED,
          CodeState.DISPLAY);

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
      put(buffer, event.stood());
    }
    return buffer.array();
  }

  private static void put(ByteBuffer buffer, @Nullable Stood stood) {
    if (stood == null) {
      buffer.put((byte) 0).putLong(0);
    } else {
      int place = STATES.indexOf(stood.state()) + 1;
      Instant since = stood.since();
      buffer
          .put((byte) (place | (stood.soldAgain() ? SOLD_AGAIN : 0)))
          .putLong(since == null ? 0 : since.toEpochMilli());
    }
  }

  /// @throws IllegalArgumentException if these are no events of a known version
  static List<ScanEvent> unpack(byte[] bytes) {
    boolean states = bytes.length % EACH == 1 && bytes[0] == VERSION;
    boolean none = bytes.length % EACH_WITHOUT_STATE == 1 && bytes[0] == WITHOUT_STATE;
    if (!states && !none) {
      throw new IllegalArgumentException("no scan events of version 1 or " + VERSION);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).position(1);
    List<ScanEvent> events = new ArrayList<>(bytes.length / EACH_WITHOUT_STATE);
    while (buffer.hasRemaining()) {
      events.add(
          new ScanEvent(
              new NonceId(buffer.getLong(), buffer.getLong()),
              buffer.getLong(),
              device(buffer),
              province(buffer.get()),
              Instant.ofEpochMilli(buffer.getLong()),
              buffer.get() == 1,
              states ? stood(buffer.get() & 255, buffer.getLong()) : null));
    }
    return events;
  }

  private static @Nullable Stood stood(int state, long since) {
    int place = state & ~SOLD_AGAIN;
    if (place == 0 || place > STATES.size()) {
      return null;
    }
    return new Stood(
        STATES.get(place - 1),
        since == 0 ? null : Instant.ofEpochMilli(since),
        (state & SOLD_AGAIN) != 0);
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
