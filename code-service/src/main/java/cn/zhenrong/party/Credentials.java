package cn.zhenrong.party;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells who holds a password or an API key.
///
/// Passwords are kept as Argon2id (RFC 9106). An API key carries 192 random bits, so a plain
/// SHA-256 of it is enough and lets it be found by an index.
@Service
public class Credentials {
  private static final Texts TEXTS = Texts.beside(Credentials.class);
  static final String DEMO_PREFIX = "demo-";
  private static final int LONGEST_KEY = 100;
  private static final int LONGEST_PASSWORD = 200;
  private static final int LONGEST_LOGIN = 60;
  private static final int MOST_FAILURES = 10;
  private static final int HASHES_AT_ONCE = 4;

  private final PartyMapper mapper;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;
  private final RandomGenerator random;
  private final boolean demo;
  private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Semaphore hashing = new Semaphore(HASHES_AT_ONCE);
  private final String hashOfNobody;
  private final Cache<String, AtomicInteger> failures =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(15)).build();

  Credentials(
      PartyMapper mapper,
      Audit audit,
      Ids ids,
      Clock clock,
      RandomGenerator random,
      PartySettings settings) {
    this.mapper = mapper;
    this.audit = audit;
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
    if (login.length() > LONGEST_LOGIN || password.length() > LONGEST_PASSWORD) {
      return Optional.empty();
    }
    AtomicInteger failed = failures.get(login, _ -> new AtomicInteger());
    if (failed.get() >= MOST_FAILURES) {
      throw Problem.of(ProblemKind.TOO_MANY_REQUESTS);
    }
    PersonRow row = mapper.personByLogin(login);
    String hash = row == null || row.passwordHash() == null ? hashOfNobody : row.passwordHash();
    boolean right = matches(password, hash);
    if (row == null || row.passwordHash() == null || !right || (row.demo() && !demo)) {
      failed.incrementAndGet();
      return Optional.empty();
    }
    failures.invalidate(login);
    return Optional.of(row.caller());
  }

  /// Argon2 is meant to be slow: a few at a time, so that guessing cannot take the processors from
  /// those who scan.
  private boolean matches(String password, String hash) {
    if (!hashing.tryAcquire()) {
      throw Problem.of(ProblemKind.TOO_MANY_REQUESTS);
    }
    try {
      return encoder.matches(password, hash);
    } finally {
      hashing.release();
    }
  }

  /// Makes a new API key on somebody's word, which is noted. One's own at any time; the association
  /// also for a machine: a person who has no password and is not of the association. Else one
  /// person could act as the second.
  ///
  /// @throws Problem not-found, not-allowed
  @Transactional
  public String newApiKey(Caller who, PersonId person) {
    PersonRow holder = mapper.person(person.value());
    boolean own = who.personId().equals(person);
    if (!own) {
      who.require(Role.ASSOCIATION);
    }
    if (holder == null) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    boolean machine =
        holder.passwordHash() == null && Role.valueOf(holder.role()) != Role.ASSOCIATION;
    if (!own && !machine) {
      throw Problem.of(ProblemKind.NOT_ALLOWED, TEXTS.words("key.other-person"));
    }
    audit.note(who, "key.make", "person/" + person, null);
    return newApiKey(person);
  }

  /// Ends all keys of a person: one's own, or anybody's for the association.
  @Transactional
  public void revokeApiKeys(Caller who, PersonId person) {
    if (!who.personId().equals(person)) {
      who.require(Role.ASSOCIATION);
    }
    int revoked = mapper.revokeKeys(person.value(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    audit.note(who, "key.revoke", "person/" + person, Integer.toString(revoked));
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
