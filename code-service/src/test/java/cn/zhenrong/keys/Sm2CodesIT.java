package cn.zhenrong.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.SignatureToken;
import cn.zhenrong.party.Credentials;
import cn.zhenrong.party.Parties;
import cn.zhenrong.print.Zbar;
import cn.zhenrong.seal.Jws;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.RealInstallation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real installation whose codes are signed by SM2: Ed25519 in slot 1 signs its manifests, SM2 in
/// slot 2 its codes. Chapters of one story, for states never go back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Sm2CodesIT {
  private static final String SM2 = "--zhenrong.keys.codes=SM2";
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

  private RealInstallation installation;
  private ConfigurableApplicationContext service;
  private Keys keys;
  private Api nobody;
  private Api association;
  private Papers papers;
  private IssuedBatch batch;
  private List<Row> rows;

  @BeforeAll
  void aBatchOfThreeHundredSignedCodes(@TempDir Path folder) {
    installation = new RealInstallation(folder);
    List<String> settings = installation.settings("Ed25519", "SM2");
    settings.add(SM2);
    service = RealInstallation.start(settings);
    keys = service.getBean(Keys.class);
    int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    Makers makers = new Makers(service.getBean(Parties.class), service.getBean(Credentials.class));
    nobody = new Api(port, "");
    association = makers.association().api(port);
    papers = Papers.of(makers.maker().api(port));
    batch = papers.issue("signed", 300);
    rows = batch.rows();
    Answer active =
        makers.bench().api(port).post(batch.path("activations"), "{'first':1,'last':300}");
    assertThat(active.status()).as(active.toString()).isEqualTo(200);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  @Order(1)
  void everyCodeIsSignedByThePublishedSm2Key() throws IOException {
    JsonNode key = published(2);
    assertThat(key.path("alg").asString()).isEqualTo("SM2");
    assertThat(rows).hasSize(300);
    for (Row row : rows) {
      assertThat(isSigned(row, row.bare(), key.path("pem").asString())).as(row.url()).isTrue();
    }
    Row first = rows.getFirst();
    assertThat(isSigned(first, rows.get(1).bare(), key.path("pem").asString())).isFalse();
  }

  @Test
  @Order(2)
  void theTextIsTheSameEveryTimeAndOnEveryLabel(@TempDir Path folder) throws IOException {
    assertThat(batch.rows()).isEqualTo(rows);
    byte[] svg = batch.maker().get(batch.path("codes/7.svg")).body();
    byte[] tag = batch.maker().get(batch.path("labels.pdf?from=7&count=1&dpi=300")).body();

    assertThat(Zbar.read(folder, List.of(drawn(svg), printed(tag))))
        .containsExactly(rows.get(6).url(), rows.get(6).url());
  }

  @Test
  @Order(3)
  void theManifestIsAJwsByEd25519AndStandsUnderSm2Too() throws IOException {
    for (Api reader : List.of(batch.maker(), nobody)) {
      byte[] payload = manifest(reader, batch, 1);
      assertThat(JsonMapper.shared().readTree(payload).path("slots").toString()).isEqualTo("[2,1]");
      JsonNode bySm2 = reader.get(batch.path("manifest?alg=SM2")).json();
      assertThat(bySm2.path("slot").asInt()).isEqualTo(2);
      assertThat(Base64.getUrlDecoder().decode(bySm2.path("payload").asString()))
          .isEqualTo(payload);
      byte[] signature = Base64.getUrlDecoder().decode(bySm2.path("signature").asString());
      assertThat(Sm2Check.verifies(published(2).path("pem").asString(), payload, signature))
          .isTrue();
    }
  }

  @Test
  @Order(4)
  void aScanIsValidByTheBatchesOwnKeyOnly() {
    assertThat(signature(rows.getFirst(), token(rows.getFirst()))).isEqualTo("valid");

    Row row = rows.get(1);
    SignatureToken own = SignatureToken.read(token(row)).orElseThrow();
    byte[] message = PrintedText.message(row.bare(), own.statement());
    byte[] other = keys.signer(1).sign(message);
    byte[] changed = own.signature();
    changed[63] ^= 1;
    for (SignatureToken forged :
        List.of(
            new SignatureToken(own.statement(), 2, changed),
            new SignatureToken(own.statement(), 2, other),
            new SignatureToken(own.statement(), 1, other))) {
      assertThat(signature(row, forged.text())).isEqualTo("mismatch");
      assertThat(answer(row, forged.text()).at("/verdict/code").asString())
          .isEqualTo("SIGNATURE_MISMATCH");
    }
    assertThat(keys.verifier(1).orElseThrow().verify(message, other)).as("good in itself").isTrue();
  }

  @Test
  @Order(5)
  void neitherTheLastKeyForCodesNorTheLastForManifestsIsClosed() {
    for (int slot : List.of(1, 2)) {
      Answer refused = change(slot, "CLOSING");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.json().at("/details/en").asString()).contains("the last");
    }
    assertThat(association.get("/api/v1/keys").json().path("currentSlot").asInt()).isEqualTo(2);
  }

  @Test
  @Order(6)
  void anotherKeyForManifestsTakesOver() {
    add(3, "Ed25519");
    assertThat(change(1, "CLOSING").status()).isEqualTo(200);
    assertThat(published(1).path("successor").asString()).isEqualTo(keys.kid(3));
    assertThat(change(1, "RETIRED").status()).isEqualTo(200);

    IssuedBatch later = papers.issue("signed", 2);

    assertThat(manifest(nobody, later, 3)).isNotEmpty();
    assertThat(manifest(nobody, batch, 1)).as("it still verifies").isNotEmpty();
    assertThat(batch.rows()).isEqualTo(rows);
  }

  @Test
  @Order(7)
  void anotherKeyForCodesTakesOverAndTheOldOneStillVerifies() throws IOException {
    add(4, "SM2");
    Patience.until("the new key signs", () -> keys.currentSlot() == 4);
    Row later = papers.issue("signed", 2).rows().getFirst();
    assertThat(isSigned(later, later.bare(), published(4).path("pem").asString())).isTrue();
    assertThat(change(2, "CLOSING").status()).isEqualTo(200);
    assertThat(batch.rows()).isEqualTo(rows);
    assertThat(change(2, "RETIRED").status()).isEqualTo(200);

    assertThat(batch.maker().get(batch.path("codes.csv")).status()).isEqualTo(409);
    assertThat(signature(rows.getFirst(), token(rows.getFirst()))).isEqualTo("valid");
  }

  @Test
  @Order(8)
  void withoutAKeyForManifestsNothingIsAcceptedAndCodesStayGood() {
    assertThat(change(3, "COMPROMISED").status()).isEqualTo(200);

    Answer refused = papers.maker().post("/api/v1/batches", papers.application("signed", 2));
    assertThat(refused.status()).isEqualTo(500);
    assertThat(keys.current()).isEmpty();
    assertThatThrownBy(keys::currentSlot).hasMessageContaining("manifests");
    assertThat(verdict(rows.getFirst())).isNotEqualTo("KEY_COMPROMISED");

    add(5, "ES256");
    IssuedBatch later = papers.issue("signed", 2);
    assertThat(manifest(nobody, later, 5)).isNotEmpty();
  }

  @Test
  @Order(9)
  void aCompromisedKeyForCodesTurnsThemAmberAndNoOtherAlgorithmStandsIn() {
    assertThat(change(2, "COMPROMISED").status()).isEqualTo(200);
    assertThat(verdict(rows.getFirst())).isEqualTo("KEY_COMPROMISED");

    assertThat(change(4, "COMPROMISED").status()).isEqualTo(200);
    assertThat(keys.current()).isEmpty();
    assertThatThrownBy(keys::currentSlot).hasMessageContaining("SM2");
  }

  @Test
  @Order(10)
  void withoutTheKeysItNeedsNothingStarts(@TempDir Path one, @TempDir Path two) {
    List<String> ed25519 = new RealInstallation(one).settings("Ed25519");
    List<String> sm2 = new RealInstallation(two).settings("SM2");
    refused(ed25519, SM2, "PASSWORD-FILE SLOT SM2");
    refused(sm2, SM2, "PASSWORD-FILE SLOT Ed25519");
    refused(sm2, "--zhenrong.demo=false", "Ed25519 / ES256");
    refused(ed25519, "--zhenrong.keys.codes=RSA", "names no algorithm (RSA)");
  }

  private static void refused(List<String> settings, String setting, String words) {
    List<String> all = new ArrayList<>(settings);
    all.add(setting);
    assertThatThrownBy(() -> RealInstallation.start(all).close()).hasStackTraceContaining(words);
  }

  private void add(int slot, String algorithm) {
    List<String> words =
        List.of(
            "add",
            installation.keystore().toString(),
            installation.passwordFile().toString(),
            Integer.toString(slot),
            algorithm);
    assertThat(RealInstallation.ceremony().run(words)).isZero();
    Patience.until("slot " + slot + " is held", () -> keys.holds(slot));
  }

  private Answer change(int slot, String status) {
    return association.post(
        "/api/v1/keys/" + slot + "/status", "{'status':'" + status + "','reason':'试验'}");
  }

  private JsonNode published(int slot) {
    for (JsonNode key : nobody.get("/.well-known/code-keys.json").json().path("keys")) {
      if (key.path("slot").asInt() == slot) {
        return key;
      }
    }
    throw new IllegalStateException("slot " + slot + " is not published");
  }

  /// The payload of a manifest whose JWS verifies with the key of a slot.
  private byte[] manifest(Api reader, IssuedBatch of, int slot) {
    String jws = new String(reader.get(of.path("manifest")).body(), US_ASCII);
    SigningKey key = keys.key(slot).orElseThrow();
    return Jws.open(jws, key.key().verifier(), key.kid(), "zr-batch+jws").orElseThrow();
  }

  private JsonNode answer(Row row, String token) {
    return nobody
        .with("Accept", "application/json")
        .get("/api/v1/codes/" + row.serial() + "?S=" + token)
        .json();
  }

  private String signature(Row row, String token) {
    return answer(row, token).path("signature").asString();
  }

  private String verdict(Row row) {
    return answer(row, token(row)).at("/verdict/code").asString();
  }

  private static String token(Row row) {
    return row.url().substring(row.url().indexOf("?S=") + 3);
  }

  /// Reads the digits as code-format §3 tells, without our own reader.
  private static boolean isSigned(Row row, String path, String pem) throws IOException {
    String[] token = token(row).split("\\.", 2);
    BigInteger number = new BigInteger(token[1]);
    BigInteger low = number.mod(BigInteger.ONE.shiftLeft(512));
    byte[] message = ("ZR1" + path + "/" + token[0]).getBytes(US_ASCII);
    return Sm2Check.verifies(pem, message, BigIntegers.asUnsignedByteArray(64, low));
  }

  /// The SVG's modules as a picture.
  private static byte[] drawn(byte[] svg) throws IOException {
    BufferedImage image = new BufferedImage(500, 500, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 500, 500);
    graphics.setColor(Color.BLACK);
    Matcher run = RUN.matcher(new String(svg, US_ASCII));
    while (run.find()) {
      graphics.fillRect(
          8 * Integer.parseInt(run.group(1)),
          8 * Integer.parseInt(run.group(2)),
          8 * Integer.parseInt(run.group(3)),
          8);
    }
    graphics.dispose();
    return png(image);
  }

  private static byte[] printed(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return png(new PDFRenderer(document).renderImageWithDPI(0, 300));
    }
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
