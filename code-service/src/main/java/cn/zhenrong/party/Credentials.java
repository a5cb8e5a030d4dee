package cn.zhenrong.party;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/// Tells who holds a password or an API key.
///
/// Passwords are kept as Argon2id (RFC 9106). An API key carries 192 random bits, so a plain
/// SHA-256 of it is enough and lets it be found by an index.
@Service
public class Credentials {
  static final String DEMO_PREFIX = "demo-";
  private static final int LONGEST_KEY = 100;
  private static final int LONGEST_PASSWORD = 200;
  private static final int MOST_FAILURES = 10;

  private final PartyMapper mapper;
  private final Ids ids;
  private final Clock clock;
  private final RandomGenerator random;
  private final boolean demo;
  private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final String hashOfNobody;
  private final Cache<String, AtomicInteger> failures =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(15)).build();

  Credentials(
      PartyMapper mapper, Ids ids, Clock clock, RandomGenerator random, PartySettings settings) {
    this.mapper = mapper;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
    this.demo = settings.demo();
    this.hashOfNobody = hash("nobody has this password");
  }

  /// The person an API key acts for. A key that starts with `demo-` opens nothing outside demo
  /// mode.
  public Optional<Caller> byApiKey(String key) {
    if (key.length() > LONGEST_KEY || (!demo && key.startsWith(DEMO_PREFIX))) {
      return Optional.empty();
    }
    return Optional.ofNullable(mapper.personByKey(digest(key))).map(PersonRow::caller);
  }

  /// The person with this login and password. An unknown login costs the same time as a wrong
  /// password.
  ///
  /// @throws Problem too-many-requests after ten failures for one login within fifteen minutes
  public Optional<Caller> byPassword(String login, String password) {
    AtomicInteger failed = failures.get(login, _ -> new AtomicInteger());
    if (failed.get() >= MOST_FAILURES) {
      throw Problem.of(ProblemKind.TOO_MANY_REQUESTS);
    }
    PersonRow row = login.length() > 60 ? null : mapper.personByLogin(login);
    String hash = row == null || row.passwordHash() == null ? hashOfNobody : row.passwordHash();
    boolean right = password.length() <= LONGEST_PASSWORD && encoder.matches(password, hash);
    if (row == null || row.passwordHash() == null || !right || (row.demo() && !demo)) {
      failed.incrementAndGet();
      return Optional.empty();
    }
    failures.invalidate(login);
    return Optional.of(row.caller());
  }

  /// Makes a new API key for a person; this is the only time it can be read.
  public String newApiKey(PersonId person) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String key = "zr_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    store(person, key, false);
    return key;
  }

  /// Gives a person of the demo a key that stands in the README.
  ///
  /// @throws IllegalStateException outside demo mode
  public void demoApiKey(PersonId person, String key) {
    if (!demo || !key.startsWith(DEMO_PREFIX)) {
      throw new IllegalStateException("demo keys exist in demo mode only");
    }
    store(person, key, true);
  }

  String hash(String password) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("no hash");
    }
    return hash;
  }

  private void store(PersonId person, String key, boolean demoKey) {
    Rows.one(
        mapper.insertKey(
            ids.next(),
            person.value(),
            digest(key),
            demoKey,
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
