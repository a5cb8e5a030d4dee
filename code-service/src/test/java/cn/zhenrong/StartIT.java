package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.zhenrong.keys.CeremonyCommand;
import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.RealInstallation;
import cn.zhenrong.testing.Stores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// What starts, and what must not: each bad setting stops the start with words about itself.
class StartIT {
  @TempDir Path folder;

  @Test
  void aRealInstallationStartsWithItsOwnKeysAndFoundsItsRegister() throws IOException {
    try (ConfigurableApplicationContext service = RealInstallation.start(real())) {
      Http nobody = Http.to(service.getEnvironment());
      assertThat(nobody.get("/actuator/health").status()).isEqualTo(200);
      assertThat(nobody.as("demo-association").get("/api/v1/me").status()).isEqualTo(401);
      String right = "{\"login\":\"first\",\"password\":\"a long first password\"}";
      assertThat(nobody.post("/api/v1/session", right).status()).isEqualTo(201);
      assertThat(nobody.post("/api/v1/session", right.replace("long", "lang")).status())
          .isEqualTo(401);
      assertThat(nobody.get("/.well-known/code-keys.json").text()).doesNotContain("\"demo-");
      String style = "{\"styleNo\":\"1\",\"name\":\"x\",\"gtin\":\"09521234543213\"}";
      assertThat(nobody.post("/api/v1/styles", style).status()).isEqualTo(401);
    }
  }

  @Test
  void withRedisAwayItStartsAndSaysSo() throws IOException {
    List<String> settings = real();
    settings.add("--spring.data.redis.url=redis://127.0.0.1:1");
    try (ConfigurableApplicationContext service = RealInstallation.start(settings)) {
      Http.Reply health = Http.to(service.getEnvironment()).get("/actuator/health");
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.json().path("status").asString()).isEqualTo("DEGRADED");
    }
  }

  @Test
  void demoModeStaysOnLoopback() {
    String[] open = {
      "--spring.profiles.active=demo",
      "--server.address=0.0.0.0",
      "--server.port=0",
      "--zhenrong.keys.folder=" + folder.resolve("keys"),
      "--spring.datasource.url=" + Stores.newDatabaseUrl()
    };
    assertThat(stopped(open)).contains("must not be reached from outside");
  }

  @Test
  void withoutItsPublicAddressNothingStarts() throws IOException {
    List<String> settings = real();
    settings.removeIf(one -> one.startsWith("--zhenrong.public-base-url"));
    assertThat(stopped(settings.toArray(String[]::new))).contains("public address");
  }

  @Test
  void aPublicAddressWithoutTlsIsRefused() throws IOException {
    List<String> settings = real();
    settings.replaceAll(one -> one.replace("https://", "http://"));
    assertThat(stopped(settings.toArray(String[]::new))).contains("https");
  }

  @Test
  void metricsOnAPortOfTheirOwnNeedAnAddress() throws IOException {
    List<String> settings = real();
    settings.add("--management.server.port=0");
    assertThat(stopped(settings.toArray(String[]::new))).contains("open to whoever reaches it");
  }

  @Test
  void limitsThatLimitNothingAreRefused() throws IOException {
    List<String> settings = real();
    settings.add("--zhenrong.limits.prefix.burst=0");
    assertThat(stopped(settings.toArray(String[]::new))).contains("A limit has a rate");
  }

  @Test
  void thresholdsOfCloneRulesThatCannotBeReadAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("own.tsv"), "# mine\nPROBING\t0\t-\t-\t-\t-\t-\n");
    List<String> settings = real();
    settings.add("--zhenrong.scan.clone-thresholds=" + file);
    assertThat(stopped(settings.toArray(String[]::new)))
        .contains(file + " of the clone rules cannot be used, line 2: column 2 (count) is no");
  }

  @Test
  void withoutAKeystoreNothingStarts() throws IOException {
    List<String> settings = real();
    settings.removeIf(one -> one.startsWith("--zhenrong.keys"));
    assertThat(stopped(settings.toArray(String[]::new))).contains("zhenrong.keys.keystore");
  }

  @Test
  void aWrongPasswordOfTheKeystoreStopsTheStart() throws IOException {
    List<String> settings = real();
    Files.writeString(folder.resolve("password"), "another password");
    assertThat(stopped(settings.toArray(String[]::new))).contains("keys.p12");
  }

  @Test
  void aTakenPortIsFoundBeforeAnythingIsPrepared() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String said =
          stoppedAlone(
              "--spring.profiles.active=demo",
              "--server.port=" + taken.getLocalPort(),
              "--zhenrong.embedded.folder=" + folder.resolve("data"));
      assertThat(said).contains("is taken by another program");
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }

  @Test
  void aCeremonyOverwritesNothing() throws IOException {
    CeremonyCommand ceremony = RealInstallation.ceremony();
    List<String> files = List.of(folder.resolve("a").toString(), folder.resolve("b").toString());
    assertThat(ceremony.run(files)).isZero();
    byte[] made = Files.readAllBytes(folder.resolve("a"));
    assertThat(ceremony.run(files)).isEqualTo(1);
    assertThat(folder.resolve("a")).hasBinaryContent(made);
    assertThat(ceremony.run(List.of())).isEqualTo(2);
  }

  private List<String> real() {
    return new RealInstallation(folder).settings();
  }

  private static String stopped(String... settings) {
    return reason(
        catchThrowable(() -> {
          List<String> all = new ArrayList<>(List.of(settings));
          all.add("--zhenrong.embedded.enabled=false");
          all.add("--zhenrong.demo-garments=false");
          RealInstallation.start(all).close();
        }));
  }

  private static String stoppedAlone(String... settings) {
    return reason(
        catchThrowable(
            () -> new SpringApplicationBuilder(Application.class).run(settings).close()));
  }

  private static String reason(@Nullable Throwable thrown) {
    assertThat(thrown).as("the start should have been stopped").isNotNull();
    StringBuilder words = new StringBuilder();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotStart || cause.getCause() == null) {
        words.append(cause.getMessage()).append('\n');
      }
    }
    return words.toString();
  }
}
