package cn.zhenrong.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.RealInstallation;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// Nothing secret is said, not even by an installation that logs all it can, nor written to the
/// database.
@ExtendWith(OutputCaptureExtension.class)
class SecretsInLogsIT {
  @TempDir Path folder;

  @AfterEach
  void quiet() {
    LoggingSystem.get(getClass().getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
  }

  @Test
  void noSecretIsLoggedOrStored(CapturedOutput log) throws Exception {
    RealInstallation installation = new RealInstallation(folder);
    List<String> settings = installation.settings("Ed25519", "ES256", "SM2");
    settings.add("--logging.level.root=TRACE");
    settings.add("--logging.level.cn.zhenrong=TRACE");
    List<String> secrets = secrets(installation);
    StringBuilder stored = new StringBuilder();
    try (ConfigurableApplicationContext service = RealInstallation.start(settings)) {
      assertThat(Http.to(service.getEnvironment()).get("/.well-known/code-keys.json").text())
          .contains("\"SM2\"");
      JdbcTemplate sql = service.getBean(JdbcTemplate.class);
      for (String table : List.of("signing_key", "serial_epoch", "audit")) {
        for (Map<String, ?> row : sql.queryForList("SELECT * FROM " + table)) {
          stored.append(row);
        }
      }
    }

    assertThat(log.getAll()).as("it does log at TRACE").contains("TRACE", "keys: KeyRing[slots");
    String said = (log.getAll() + stored).toLowerCase(Locale.ROOT);
    // Sixteen secrets: four arrays in three writings, with their parts, and the password.
    assertThat(secrets).hasSizeGreaterThan(12);
    for (String secret : secrets) {
      assertThat(said.contains(secret.toLowerCase(Locale.ROOT)))
          .as("a secret that begins with " + secret.substring(0, 4))
          .isFalse();
    }
  }

  /// The password, and every secret of the keystore in the writings that logs use. Of a private key
  /// also its bare 32 bytes, which stand at the end or in the middle of its encoding.
  private static List<String> secrets(RealInstallation installation) throws Exception {
    String password = Files.readString(installation.passwordFile(), StandardCharsets.US_ASCII);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(installation.keystore())) {
      store.load(in, password.toCharArray());
    }
    List<String> secrets = new ArrayList<>(List.of(password));
    for (String alias : Collections.list(store.aliases())) {
      Key key = store.getKey(alias, password.toCharArray());
      boolean open = alias.endsWith("-cert");
      if (key != null && !open) {
        byte[] encoded = key.getEncoded();
        byte[] middle = Arrays.copyOfRange(encoded, encoded.length / 3, encoded.length / 3 + 16);
        for (byte[] bytes : List.of(encoded, middle)) {
          secrets.add(HexFormat.of().formatHex(bytes));
          secrets.add(Arrays.toString(bytes));
        }
        secrets.add(Base64.getEncoder().encodeToString(encoded));
        secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(encoded));
      }
    }
    return secrets;
  }
}
