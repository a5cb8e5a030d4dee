package cn.zhenrong.scan;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// One secret a month, shared by all instances through the store, made by whoever needs it first.
@Component
class MonthlyKeys {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int SHORT = 16;

  private final ScanMapper mapper;
  private final RandomGenerator random;
  private final LoadingCache<String, byte[]> secrets;

  MonthlyKeys(ScanMapper mapper, RandomGenerator random) {
    this.mapper = mapper;
    this.random = random;
    this.secrets = Caffeine.newBuilder().maximumSize(3).build(this::load);
  }

  /// The first 16 bytes of HMAC-SHA-256 over `message` under the key of the month `at` lies in.
  byte[] mac(Instant at, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(secrets.get(YearMonth.from(at.atZone(ZONE)).toString()), "HmacSHA256"));
      return Arrays.copyOf(mac.doFinal(message), SHORT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] load(String month) {
    ScanMapper.Secret kept = mapper.secret(month);
    if (kept == null) {
      byte[] fresh = new byte[32];
      random.nextBytes(fresh);
      mapper.insertSecret(month, fresh);
      kept = mapper.secret(month);
    }
    if (kept == null) {
      throw new IllegalStateException("the month's key was not kept");
    }
    return kept.bytes();
  }
}
