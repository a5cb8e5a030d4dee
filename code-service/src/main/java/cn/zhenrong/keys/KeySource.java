package cn.zhenrong.keys;

import cn.zhenrong.party.PartySettings;
import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.seal.KeyRing;
import cn.zhenrong.seal.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where the keys come from, and whether something changed there since they were read.
@Component
class KeySource {
  private final KeyOpening opening;
  private final SecureRandom random;
  private final Clock clock;
  private Seen seen = new Seen(null, List.of());
  private boolean tokenIsLost;

  KeySource(KeySettings settings, PartySettings mode, SecureRandom random, Clock clock) {
    this.opening = new KeyOpening(settings, mode.demo());
    this.random = random;
    this.clock = clock;
  }

  /// Reads all keys for the first time.
  ///
  /// @throws CannotStart with words if they cannot be used
  KeyRing open() {
    KeyRing ring = opening.open(random, clock.instant());
    seen = look();
    return ring;
  }

  /// Reads all keys again. What is refused is not tried a second time unless it changes.
  ///
  /// @throws CannotStart as above
  KeyRing again() {
    // Looked at before it is read: what changes meanwhile is found the next time.
    seen = new Seen(file(opening.keystore()), seen.token());
    tokenIsLost = true;
    List<Integer> token = tokenSlots();
    tokenIsLost = false;
    seen = new Seen(seen.file(), token);
    return opening.read();
  }

  /// Whether file or token are no longer as they were when they were last read, well or badly. A
  /// token that did not answer is left alone until the file changes: trying a wrong PIN again and
  /// again would lock it.
  ///
  /// @throws CannotStart if the token does not answer
  boolean hasChanged() {
    try {
      return !look().equals(seen);
    } catch (CannotStart lost) {
      tokenIsLost = true;
      throw lost;
    }
  }

  /// Lets the next [#hasChanged] be true.
  void forget() {
    seen = new Seen(null, List.of());
  }

  private Seen look() {
    return new Seen(file(opening.keystore()), tokenIsLost ? seen.token() : tokenSlots());
  }

  private List<Integer> tokenSlots() {
    Token.Content token = opening.token();
    return token == null ? List.of() : token.slots();
  }

  /// Time, size and identity of the file; null if it is not there.
  private static @Nullable List<Object> file(Path keystore) {
    try {
      BasicFileAttributes file = Files.readAttributes(keystore, BasicFileAttributes.class);
      return List.of(file.lastModifiedTime(), file.size(), String.valueOf(file.fileKey()));
    } catch (IOException e) {
      return null;
    }
  }

  private record Seen(@Nullable List<Object> file, List<Integer> token) {}
}
