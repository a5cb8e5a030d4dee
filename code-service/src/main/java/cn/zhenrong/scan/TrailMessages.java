package cn.zhenrong.scan;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.redis.Installation;
import cn.zhenrong.redis.Messages;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Tells all instances which codes devices read that read many, and hears what they tell. A word
/// that is lost makes a device noticed later, and is not made good.
@Component
class TrailMessages {
  private static final String CHANNEL = "zhenrong:trails:";
  private static final int DEVICE = 16;
  private static final int BYTES = DEVICE + 3 * Long.BYTES;

  private final Messages messages;
  private final String channel;

  TrailMessages(Messages messages, Installation installation) {
    this.messages = messages;
    this.channel = CHANNEL + installation.name();
  }

  /// One code read by one device.
  ///
  /// @param second since 1970
  record Reading(Device device, BatchId batch, long code, long second) {}

  /// In one message.
  void tell(List<Reading> readings) {
    if (readings.isEmpty()) {
      return;
    }
    ByteBuffer packed = ByteBuffer.allocate(readings.size() * BYTES);
    for (Reading one : readings) {
      packed
          .put(one.device().key())
          .putLong(one.batch().value())
          .putLong(one.code())
          .putLong(one.second());
    }
    // To owe it while Redis is away would have everybody read everything anew.
    messages.mention(channel, packed.array());
  }

  /// @param reader hears one's own words too
  void hear(Consumer<List<Reading>> reader) {
    messages.hear(channel, body -> reader.accept(unpack(body)), () -> {});
  }

  private static List<Reading> unpack(byte[] body) {
    ByteBuffer packed = ByteBuffer.wrap(body);
    List<Reading> readings = new ArrayList<>(body.length / BYTES);
    while (packed.remaining() >= BYTES) {
      byte[] device = new byte[DEVICE];
      packed.get(device);
      readings.add(
          new Reading(
              new Device(device),
              new BatchId(packed.getLong()),
              packed.getLong(),
              packed.getLong()));
    }
    return readings;
  }
}
