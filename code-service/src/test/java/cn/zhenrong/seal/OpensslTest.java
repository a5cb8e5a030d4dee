package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Another program checks our codes: the lines of `docs/code-format.md` are run as they stand.
class OpensslTest {
  private static final Path PAGE = Path.of("..", "docs", "code-format.md");

  @TempDir Path folder;

  @BeforeAll
  static void opensslIsOnThisMachine() {
    try {
      assertThat(run(Path.of("."), "openssl version").output()).startsWith("OpenSSL 3");
    } catch (IOException e) {
      fail("this test needs the program openssl, version 3, and a POSIX shell", e);
    }
  }

  @Test
  void theRecipeOfTheDocumentationVerifiesTheVector() throws Exception {
    Outcome outcome = run(folder, recipe());
    assertThat(outcome.output()).contains("Signature Verified Successfully");
    assertThat(outcome.code()).isZero();
    assertThat(Files.readString(folder.resolve("message")))
        .isEqualTo("ZR1/01/09521234543213/21/0D26K7YTY8GVZYWZ/WS70WO30");
    assertThat(folder.resolve("signature")).hasSize(64);
  }

  @Test
  void theRecipeRefusesAnotherCompositionSerialOrDigit() throws Exception {
    for (String[] change :
        new String[][] {
          {"S=WS70WO30", "S=WS80WO20"},
          {"0D26K7YTY8GVZYWZ", "079KWJTC5Q4KV2AE"},
          {"552519'", "552518'"}
        }) {
      String changed = recipe().replace(change[0], change[1]);
      assertThat(changed).isNotEqualTo(recipe());
      Outcome outcome = run(folder, changed);
      assertThat(outcome.output()).contains("Signature Verification Failure");
      assertThat(outcome.code()).isNotZero();
    }
  }

  @Test
  void opensslReadsOurPublicKeys() throws Exception {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      Files.writeString(folder.resolve("key.pem"), Pair.of(algorithm).key().pem());
      Outcome outcome = run(folder, "openssl pkey -pubin -in key.pem -noout -text");
      assertThat(outcome.code()).as(outcome.output()).isZero();
    }
  }

  /// OpenSSL takes the two numbers of an SM2 or P-256 signature in DER.
  @ParameterizedTest
  @CsvSource({
    "SM2, -digest sm3 -pkeyopt distid:1234567812345678",
    "ES256, -digest sha256",
  })
  void opensslAcceptsOurCurveSignatures(SignatureAlgorithm algorithm, String options)
      throws Exception {
    Pair pair = Pair.of(algorithm);
    byte[] message = "ZR1/S/0D26K7YTY8GVZYWZ/WS100".getBytes(StandardCharsets.US_ASCII);
    byte[] signature = pair.signer().sign(message);
    Files.writeString(folder.resolve("key.pem"), pair.key().pem());
    Files.write(folder.resolve("message"), message);
    Files.write(folder.resolve("signature"), der(signature));
    String verify =
        "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in message -sigfile signature ";
    assertThat(run(folder, verify + options).output()).contains("Verified Successfully");
    signature[40] ^= 1;
    Files.write(folder.resolve("signature"), der(signature));
    assertThat(run(folder, verify + options).output()).contains("Verification Failure");
  }

  private static byte[] der(byte[] signature) throws IOException {
    return new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(EcKeys.r(signature)), new ASN1Integer(EcKeys.s(signature))
            })
        .getEncoded();
  }

  private static String recipe() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("```sh\n") + 6;
    assertThat(start).isGreaterThan(6);
    return page.substring(start, page.indexOf("```", start));
  }

  private static Outcome run(Path folder, String script) throws IOException {
    Process process =
        new ProcessBuilder("sh", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the script did not end");
      }
      return new Outcome(process.exitValue(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private record Outcome(int code, String output) {}
}
