package cn.zhenrong.scan;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// One secret a month, shared by all instances through the store, made by whoever needs it first.
///
/// The next month's is made and read a month ahead, so that the turn of a month needs no store.
/// Those of past months are deleted: then nobody can tell any more who was behind a device key.
@Component
class MonthlyKeys {
  private static final Logger LOG = LoggerFactory.getLogger(MonthlyKeys.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORT = 16;

  private final ScanMapper mapper;
  private final RandomGenerator random;
  private final Clock clock;
  private final Map<YearMonth, SecretKey> secrets = new ConcurrentHashMap<>();

  MonthlyKeys(ScanMapper mapper, RandomGenerator random, Clock clock) {
    this.mapper = mapper;
    this.random = random;
    this.clock = clock;
  }

  /// The first 16 bytes of HMAC-SHA-256 over `message` under the key of the month `at` lies in.
  ///
  /// @throws DataAccessException if that key is not in memory and the store is away
  byte[] mac(Instant at, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret(month(at)));
      return Arrays.copyOf(mac.doFinal(message), SHORT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Has last, this and next month's key at hand, and forgets what is older.
  @Scheduled(fixedDelayString = "PT1H")
  void prepare() {
    YearMonth now = month(clock.instant());
    try {
      secrets.keySet().removeIf(month -> month.isBefore(now.minusMonths(1)));
      mapper.deleteSecretsBefore(now.minusMonths(1).toString());
      for (int ahead = -1; ahead <= 1; ahead++) {
        secret(now.plusMonths(ahead));
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("the keys of the months wait, the store is away: {}", e.getClass().getSimpleName());
    }
  }

  /// The store is read outside of the map: a reading that takes long must hold up nobody who asks
  /// for another month.
  private SecretKey secret(YearMonth month) {
    SecretKey known = secrets.get(month);
    if (known != null) {
      return known;
    }
    SecretKey read = load(month);
    SecretKey first = secrets.putIfAbsent(month, read);
    return first == null ? read : first;
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(ZONE));
  }

  private SecretKey load(YearMonth month) {
    ScanMapper.Secret kept = mapper.secret(month.toString());
    if (kept == null) {
      byte[] fresh = new byte[32];
      random.nextBytes(fresh);
      mapper.insertSecret(month.toString(), fresh);
      kept = mapper.secret(month.toString());
    }
    if (kept == null) {
      throw new IllegalStateException("the month's key was not kept");
    }
    return new SecretKeySpec(kept.bytes(), ALGORITHM);
  }
}
