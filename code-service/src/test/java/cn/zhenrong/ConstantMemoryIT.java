package cn.zhenrong;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.Stores;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole service in a Java of its own whose heap is smaller than the file it streams: more
/// signed codes than would fit, plain and as an encrypted package, over HTTP to a client that
/// counts, digests and verifies. `docs/prove` runs it with a million codes and 256 MB.
class ConstantMemoryIT {
  private static final int CODES = Integer.getInteger("constantMemory.codes", 440_000);
  private static final int HEAP = Integer.getInteger("constantMemory.heap", 128);
  private static final int CHECKED_EVERY = 997;
  private static final String PASSWORD = "a long password";

  @TempDir Path folder;

  @Test
  void streamsMoreThanItsHeapHolds() throws Exception {
    int port = freePort();
    Process service = start(port);
    try {
      Patience.until("the service answers", Duration.ofMinutes(3), () -> isUp(service, port));
      IssuedBatch batch = Papers.of(new Api(port, "demo-maker-1"), CODES).issue("signed", CODES);

      Read csv;
      try (InputStream in = stream(port, "GET", batch.path("codes.csv"), "")) {
        csv = read(in, publishedKey(port));
      }
      assertThat(csv.rows()).isEqualTo(CODES);
      assertThat(csv.checked()).isEqualTo((CODES + CHECKED_EVERY - 1) / CHECKED_EVERY);
      assertThat(csv.bytes()).as("more than the heap").isGreaterThan((long) HEAP << 20);
      assertThat(packed(port, batch)).isEqualTo(csv.digest());
      assertThat(service.isAlive()).isTrue();
    } finally {
      service.destroy();
      service.waitFor();
    }
  }

  /// What came in.
  private record Read(long rows, long checked, long bytes, String digest) {}

  private static Read read(InputStream in, PublicKey key)
      throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    long[] bytes = {0};
    long rows = 0;
    long checked = 0;
    InputStream counted =
        new DigestInputStream(in, digest) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            int some = super.read(target, offset, length);
            bytes[0] += Math.max(some, 0);
            return some;
          }
        };
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(counted, UTF_8))) {
      assertThat(lines.readLine()).startsWith("\uFEFFsequence,");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith(++rows + ",")) {
          throw new IllegalStateException("row " + rows + " is " + line);
        }
        if (rows % CHECKED_EVERY == 1) {
          assertThat(isSigned(line.split(",", 5)[3], key)).as(line).isTrue();
          checked++;
        }
      }
    }
    return new Read(rows, checked, bytes[0], HexFormat.of().formatHex(digest.digest()));
  }

  /// By code-format §3, with the JDK alone.
  private static boolean isSigned(String url, PublicKey key) throws GeneralSecurityException {
    String path = url.substring(url.indexOf('/', "http://".length()), url.indexOf("?S="));
    String token = url.substring(url.indexOf("?S=") + 3);
    String statement = token.substring(0, token.indexOf('.'));
    byte[] number = new BigInteger(token.substring(token.indexOf('.') + 1)).toByteArray();
    byte[] signature = new byte[64];
    int length = Math.min(64, number.length);
    System.arraycopy(number, number.length - length, signature, 64 - length, length);
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(key);
    verifier.update(("ZR1" + path + "/" + statement).getBytes(US_ASCII));
    return verifier.verify(signature);
  }

  /// The digest of the codes in the package; it must be the one the package tells.
  private static String packed(int port, IssuedBatch batch) throws Exception {
    String body = "{\"password\":\"" + PASSWORD + "\",\"reason\":\"twice\"}";
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    String sums = "";
    try (InputStream in = stream(port, "POST", batch.path("codes.zip"), body);
        ZipInputStream zip = new ZipInputStream(in, PASSWORD.toCharArray())) {
      for (LocalFileHeader one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
        switch (one.getFileName()) {
          case "codes.csv" -> {
            byte[] some = new byte[65_536];
            for (int n = zip.read(some); n >= 0; n = zip.read(some)) {
              digest.update(some, 0, n);
            }
          }
          case "SHA256SUMS" -> sums = new String(zip.readAllBytes(), US_ASCII);
          default -> zip.readAllBytes();
        }
      }
    }
    String found = HexFormat.of().formatHex(digest.digest());
    assertThat(sums).startsWith(found + "  codes.csv\n");
    return found;
  }

  private static InputStream stream(int port, String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer demo-maker-1")
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private Process start(int port) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                Application.class.getName()));
    Map<String, Object> settings = new java.util.HashMap<>(Stores.running().settings());
    settings.put("spring.datasource.url", Stores.newDatabaseUrl());
    settings.put("spring.profiles.active", "demo");
    settings.put("server.port", port);
    settings.put("zhenrong.embedded.enabled", false);
    settings.put("zhenrong.demo-garments", false);
    settings.put("zhenrong.keys.folder", folder.resolve("keys"));
    settings.put("springdoc.api-docs.enabled", false);
    settings.forEach((name, value) -> command.add("--" + name + "=" + value));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Path.of("target", "constant-memory.log").toFile())
        .start();
  }

  /// Without the tests' own classes: the service looks through its packages when it starts.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(part -> !part.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isUp(Process service, int port) {
    assertThat(service.isAlive()).as("the service; see target/constant-memory.log").isTrue();
    try {
      return Http.to(port).get("/actuator/health").status() == 200;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static PublicKey publishedKey(int port) throws GeneralSecurityException {
    String pem = "";
    for (var key : Http.to(port).get("/.well-known/code-keys.json").json().path("keys")) {
      if (key.path("alg").asString().equals("Ed25519")
          && key.path("status").asString().equals("current")) {
        pem = key.path("pem").asString();
      }
    }
    byte[] spki = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
