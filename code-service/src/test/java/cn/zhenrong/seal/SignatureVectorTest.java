package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.ProductKey;
import cn.zhenrong.code.PublicBase;
import cn.zhenrong.code.Serial;
import cn.zhenrong.code.SignatureToken;
import cn.zhenrong.code.Statement;
import cn.zhenrong.code.TextWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What leaves the house: the bytes of signed codes, compared with the published file.
class SignatureVectorTest {
  private static final JsonNode VECTORS = Vectors.read("signature.json");
  private static final Statement STATEMENT = new Statement(text(VECTORS, "statement"));
  private static final Serial SERIAL = new Serial(text(VECTORS, "serial"));

  static List<JsonNode> codes() {
    return List.copyOf(VECTORS.get("codes").values());
  }

  static List<JsonNode> deterministic() {
    return List.copyOf(VECTORS.get("deterministic").values());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void signedTextIsThePublishedOne(JsonNode code) {
    Pair pair = Pair.ofSeed(hex(text(VECTORS.get("ed25519"), "seed")));
    ProductKey product = ProductKey.of(text(code, "type"), text(code, "key"));
    PrintedText printed =
        new PrintedText(PublicBase.of("https://" + text(VECTORS, "host"), false), product);
    byte[] message = PrintedText.message(product.path(SERIAL), STATEMENT);
    byte[] signature = pair.signer().sign(message);
    SignatureToken token = new SignatureToken(STATEMENT, VECTORS.get("slot").asInt(), signature);
    assertThat(printed.compact(SERIAL)).isEqualTo(text(code, "compact"));
    assertThat(message).asString(StandardCharsets.US_ASCII).isEqualTo(text(code, "message"));
    assertThat(signature).isEqualTo(hex(text(code, "signature")));
    assertThat(token.text()).isEqualTo(STATEMENT.text() + "." + text(code, "digits"));
    assertThat(printed.signed(SERIAL, token)).isEqualTo(text(code, "text"));
    assertThat(pair.key().spki()).isEqualTo(hex(text(VECTORS.get("ed25519"), "spki")));
    assertThat(pair.key().thumbprint()).isEqualTo(text(VECTORS.get("ed25519"), "kid"));
  }

  @ParameterizedTest
  @MethodSource("deterministic")
  void curveSignaturesAreThePublishedOnes(JsonNode vector) {
    Pair pair =
        Pair.ofSecret(
            SignatureAlgorithm.valueOf(text(vector, "algorithm")), text(vector, "secret"));
    byte[] message = text(vector, "message").getBytes(StandardCharsets.US_ASCII);
    assertThat(pair.signer().sign(message)).isEqualTo(hex(text(vector, "signature")));
    assertThat(pair.verifier().verify(message, hex(text(vector, "signature")))).isTrue();
  }

  /// A file of codes and a single label are written by different means; both print these texts,
  /// today and whenever the label is printed again.
  @ParameterizedTest
  @MethodSource("deterministic")
  void theSameCodeHasTheSameTextAtEveryOutput(JsonNode vector) {
    everyOutputGives(
        Pair.ofSecret(
            SignatureAlgorithm.valueOf(text(vector, "algorithm")), text(vector, "secret")),
        text(vector, "text"));
  }

  @Test
  void theSameCodeHasTheSameTextAtEveryOutputWithEd25519() {
    everyOutputGives(
        Pair.ofSeed(hex(text(VECTORS.get("ed25519"), "seed"))),
        text(VECTORS.get("codes").get(0), "text"));
  }

  private static void everyOutputGives(Pair pair, String text) {
    ProductKey product = ProductKey.of("01", "09521234543213");
    PrintedText printed =
        new PrintedText(PublicBase.of("https://" + text(VECTORS, "host"), false), product);
    Signer label = CheckedSigner.always(pair.signer(), pair.verifier());
    Signer stream =
        CheckedSigner.sampling(pair.signer(), pair.verifier(), 2, 2, new SplittableRandom(1));
    for (int i = 0; i < 2; i++) {
      byte[] signature = label.sign(PrintedText.message(product.path(SERIAL), STATEMENT));
      assertThat(printed.signed(SERIAL, new SignatureToken(STATEMENT, 1, signature)))
          .isEqualTo(text);
      TextWriter writer = new TextWriter(printed, STATEMENT, 1);
      byte[] serial = SERIAL.text().getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(serial, 0, writer.message(), writer.serialOffset(), serial.length);
      assertThat(writer.text(stream.sign(writer.message())))
          .asString(StandardCharsets.US_ASCII)
          .isEqualTo(text);
    }
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).asString();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
