package cn.zhenrong.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/// Bouncy Castle's own SM2, with a key as it is published.
final class Sm2Check {
  private Sm2Check() {}

  static boolean verifies(String pem, byte[] message, byte[] signature) throws IOException {
    byte[] spki = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    SM2Signer verifier = new SM2Signer(PlainDSAEncoding.INSTANCE);
    verifier.init(
        false,
        new ParametersWithID(
            PublicKeyFactory.createKey(spki),
            "1234567812345678".getBytes(StandardCharsets.US_ASCII)));
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }
}
