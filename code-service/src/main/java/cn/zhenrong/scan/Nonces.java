package cn.zhenrong.scan;

import cn.zhenrong.code.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// One-time words that tie a beacon to the page it came from: serial, time and a random part under
/// a keyed digest. Making one writes nothing; the row of the event that used it stops it from
/// counting again.
///
/// Layout before base64url: serial (16 ASCII), id (16: seconds in 4 bytes, then random), digest
/// (16).
@Component
class Nonces {
  private static final Duration LIFETIME = Duration.ofHours(12);

  /// How far the clocks of two instances may lie apart.
  private static final Duration SKEW = Duration.ofMinutes(1);

  private static final int SERIAL = 16;
  private static final int BODY = SERIAL + NonceId.LENGTH;
  private static final int LENGTH = BODY + 16;
  private static final int TEXT = LENGTH / 3 * 4;

  private final MonthlyKeys keys;
  private final RandomGenerator random;
  private final Clock clock;

  Nonces(MonthlyKeys keys, RandomGenerator random, Clock clock) {
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  /// A nonce that proved to be ours and fresh.
  record Used(Serial serial, NonceId id) {}

  String make(Serial serial) {
    NonceId id = NonceId.of(clock.instant(), random.nextInt(), random.nextLong());
    byte[] body =
        ByteBuffer.allocate(BODY)
            .put(serial.text().getBytes(StandardCharsets.US_ASCII))
            .put(id.bytes())
            .array();
    byte[] whole = ByteBuffer.allocate(LENGTH).put(body).put(keys.mac(id.made(), body)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /// Empty if the nonce is not ours, or older than twelve hours.
  Optional<Used> read(String nonce) {
    if (nonce.length() != TEXT) {
      return Optional.empty();
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(nonce);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOf(whole, BODY);
    NonceId id = NonceId.of(Arrays.copyOfRange(body, SERIAL, BODY));
    Duration age = Duration.between(id.made(), clock.instant());
    if (age.plus(SKEW).isNegative() || age.compareTo(LIFETIME) > 0) {
      return Optional.empty();
    }
    byte[] digest = Arrays.copyOfRange(whole, BODY, LENGTH);
    if (!MessageDigest.isEqual(digest, keys.mac(id.made(), body))) {
      return Optional.empty();
    }
    String serial = new String(body, 0, SERIAL, StandardCharsets.US_ASCII);
    return Serial.read(serial).map(read -> new Used(read, id));
  }
}
