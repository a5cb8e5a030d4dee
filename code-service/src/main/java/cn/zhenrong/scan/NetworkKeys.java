package cn.zhenrong.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// Names networks so that instances can speak of one without its address standing anywhere.
@Component
public class NetworkKeys {
  private static final byte[] LABEL = "network\n".getBytes(StandardCharsets.US_ASCII);

  private final MonthlyKeys keys;
  private final Clock clock;

  NetworkKeys(MonthlyKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /// The keyed digest of a network's leading bits: 32 hexadecimal digits, the same on every
  /// instance, another one each month.
  public String key(long network) {
    byte[] message =
        ByteBuffer.allocate(LABEL.length + Long.BYTES).put(LABEL).putLong(network).array();
    return HexFormat.of().formatHex(keys.mac(clock.instant(), message));
  }
}
