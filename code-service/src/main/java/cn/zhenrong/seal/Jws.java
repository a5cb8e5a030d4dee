package cn.zhenrong.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// JSON Web Signatures in the compact form (RFC 7515 §7.1) with the header
/// `{"alg":…,"kid":…,"typ":…}` and nothing else in it.
public final class Jws {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Jws() {}

  /// Signs `payload`.
  ///
  /// @param kid the key's id as it is published
  /// @param typ what the payload is, such as `zr-batch+jws`
  /// @throws IllegalArgumentException for a key whose algorithm has no JWS name (SM2)
  public static String sign(Signer signer, String kid, String typ, byte[] payload) {
    String input = header(signer.algorithm(), kid, typ) + '.' + ENCODER.encodeToString(payload);
    return input + '.' + ENCODER.encodeToString(signer.sign(ascii(input)));
  }

  /// The payload of a JWS that `verifier` accepts and whose header is exactly the one [#sign]
  /// writes for this kid and typ; empty for any other.
  public static Optional<byte[]> open(String jws, Verifier verifier, String kid, String typ) {
    String[] parts = jws.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(header(verifier.algorithm(), kid, typ))) {
      return Optional.empty();
    }
    byte[] input = ascii(parts[0] + '.' + parts[1]);
    return decoded(parts[2])
        .filter(signature -> verifier.verify(input, signature))
        .flatMap(_ -> decoded(parts[1]));
  }

  private static String header(SignatureAlgorithm algorithm, String kid, String typ) {
    String alg =
        algorithm
            .jwsName()
            .orElseThrow(() -> new IllegalArgumentException(algorithm + " has no JWS name"));
    return ENCODER.encodeToString(CanonicalJson.bytes(Map.of("alg", alg, "kid", kid, "typ", typ)));
  }

  /// Only the one way of writing the bytes is taken: stray bits at the end would make two texts of
  /// one signature.
  private static Optional<byte[]> decoded(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      return Arrays.equals(ascii(ENCODER.encodeToString(bytes)), ascii(part))
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
