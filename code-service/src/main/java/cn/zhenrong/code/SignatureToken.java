package cn.zhenrong.code;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The value of the parameter `S` of a signed code: statement, key slot and signature, not yet
/// verified (code-format §3).
public final class SignatureToken {
  private static final int LONGEST = Statement.LONGEST + 1 + Digits.LENGTH;

  private final Statement statement;
  private final int slot;
  private final byte[] signature;

  /// @param slot 0 to 73
  /// @param signature 64 bytes
  /// @throws IllegalArgumentException if slot or signature is out of range
  public SignatureToken(Statement statement, int slot, byte[] signature) {
    if (slot < 0 || slot > Digits.LAST_SLOT || signature.length != Digits.SIGNATURE) {
      throw new IllegalArgumentException("slot " + slot + ", " + signature.length + " bytes");
    }
    this.statement = statement;
    this.slot = slot;
    this.signature = signature.clone();
  }

  /// Reads `{statement}.{156 digits}` in any case; empty for anything else. Costs nothing for junk:
  /// lengths first, no arithmetic before the form is right.
  public static Optional<SignatureToken> read(String text) {
    int dot = text.length() - Digits.LENGTH - 1;
    if (text.length() > LONGEST || dot < 0 || text.charAt(dot) != '.' || !endsInDigits(text, dot)) {
      return Optional.empty();
    }
    BigInteger number = Digits.number(text.substring(dot + 1));
    BigInteger slot = number.shiftRight(8 * Digits.SIGNATURE);
    if (slot.intValue() > Digits.LAST_SLOT) {
      return Optional.empty();
    }
    return Statement.read(text.substring(0, dot).toUpperCase(Locale.ROOT))
        .map(statement -> new SignatureToken(statement, slot.intValue(), signature(number)));
  }

  /// The text that [#read] reads.
  public String text() {
    byte[] digits = new byte[Digits.LENGTH];
    Digits.write(slot, signature, digits, 0);
    return statement.text() + '.' + new String(digits, StandardCharsets.US_ASCII);
  }

  public Statement statement() {
    return statement;
  }

  /// Which key signed, 0 to 73.
  public int slot() {
    return slot;
  }

  /// The 64 signature bytes, a copy.
  public byte[] signature() {
    return signature.clone();
  }

  private static boolean endsInDigits(String text, int dot) {
    for (int i = dot + 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// The low 512 bits, unsigned and big-endian.
  private static byte[] signature(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] signature = new byte[Digits.SIGNATURE];
    int kept = Math.min(bytes.length, signature.length);
    System.arraycopy(bytes, bytes.length - kept, signature, signature.length - kept, kept);
    return signature;
  }
}
