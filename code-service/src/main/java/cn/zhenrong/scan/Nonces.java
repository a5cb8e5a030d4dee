package cn.zhenrong.scan;

import cn.zhenrong.code.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// One-time words that tie a beacon to the page it came from: serial, time and a random part under
/// a keyed digest. Making one writes nothing; using one leaves its random part in the store, so
/// that it cannot count again.
///
/// Layout before base64url: serial (16 ASCII), seconds (8), random (16), digest (16).
@Component
class Nonces {
  private static final Duration LIFETIME = Duration.ofHours(12);
  private static final int BODY = 16 + 8 + 16;
  private static final int LENGTH = BODY + 16;

  private final MonthlyKeys keys;
  private final RandomGenerator random;
  private final Clock clock;

  Nonces(MonthlyKeys keys, RandomGenerator random, Clock clock) {
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  /// A nonce that proved to be ours and fresh.
  record Used(Serial serial, byte[] id) {
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
      return other instanceof Used(Serial otherSerial, byte[] otherId)
          && serial.equals(otherSerial)
          && MessageDigest.isEqual(id, otherId);
    }

    @Override
    public int hashCode() {
      return serial.hashCode();
    }
  }

  String make(Serial serial) {
    Instant now = clock.instant();
    byte[] id = new byte[16];
    random.nextBytes(id);
    byte[] body =
        ByteBuffer.allocate(BODY)
            .put(serial.text().getBytes(StandardCharsets.US_ASCII))
            .putLong(now.getEpochSecond())
            .put(id)
            .array();
    byte[] whole = ByteBuffer.allocate(LENGTH).put(body).put(keys.mac(now, body)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /// Empty if the nonce is not ours, or older than twelve hours.
  Optional<Used> read(String nonce) {
    if (nonce.length() > 100) {
      return Optional.empty();
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(nonce);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (whole.length != LENGTH) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(whole);
    byte[] serial = new byte[16];
    buffer.get(serial);
    long seconds = buffer.getLong();
    byte[] id = new byte[16];
    buffer.get(id);
    long age = clock.instant().getEpochSecond() - seconds;
    if (age < 0 || age > LIFETIME.toSeconds()) {
      return Optional.empty();
    }
    byte[] body = java.util.Arrays.copyOf(whole, BODY);
    byte[] digest = java.util.Arrays.copyOfRange(whole, BODY, LENGTH);
    if (!MessageDigest.isEqual(digest, keys.mac(Instant.ofEpochSecond(seconds), body))) {
      return Optional.empty();
    }
    return Serial.read(new String(serial, StandardCharsets.US_ASCII)).map(s -> new Used(s, id));
  }
}
