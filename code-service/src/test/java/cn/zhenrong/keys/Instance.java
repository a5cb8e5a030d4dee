package cn.zhenrong.keys;

import cn.zhenrong.seal.KeyCeremony;
import cn.zhenrong.seal.SignatureAlgorithm;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One of several running instances of the demo, with a keystore file of its own.
record Instance(Service service, Path folder) implements AutoCloseable {

  /// @param database shared by the instances
  /// @param folder where its keystore file is, in `keys`
  static Instance start(String database, Path folder) {
    return new Instance(Service.start(folder, database), folder.resolve("keys"));
  }

  Api api(String key) {
    return service.api(key);
  }

  Api association() {
    return api("demo-association");
  }

  Keys keys() {
    return service.bean(Keys.class);
  }

  Path keystore() {
    return folder.resolve("keystore.p12");
  }

  void addKey(int slot, SignatureAlgorithm algorithm) throws IOException {
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    char[] password = PasswordFile.read(folder.resolve("keystore.password"));
    new KeyCeremony(new SecureRandom(), now, now.plus(Duration.ofDays(9)), true)
        .add(keystore(), password, slot, algorithm);
  }

  /// Gives another instance the keystore of this one, in one move.
  void copyKeysTo(Instance other) throws IOException {
    Path part = other.folder.resolve("copy");
    Files.copy(keystore(), part);
    Files.move(part, other.keystore(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() {
    service.close();
  }
}
