package cn.zhenrong.issue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Opens a ZIP file whose every entry is AE-2 with AES-256 and deflated, by WinZip's description of
/// the format and with the JDK alone.
record WinZipAes(ByteBuffer zip, char[] password) {
  private static final int AES_METHOD = 99;
  private static final int AES_EXTRA = 0x9901;
  private static final int MAC = 10;

  static WinZipAes of(byte[] zip, String password) {
    return new WinZipAes(
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN), password.toCharArray());
  }

  /// The files by name, in the order of the directory.
  ///
  /// @throws IllegalStateException for a wrong password, changed bytes, or another format
  Map<String, byte[]> files() throws GeneralSecurityException, IOException {
    int end = zip.limit() - 22;
    check(zip.getInt(end) == 0x06054b50, "end of directory");
    Map<String, byte[]> files = new LinkedHashMap<>();
    int at = zip.getInt(end + 16);
    for (int i = 0; i < zip.getShort(end + 10); i++) {
      check(zip.getInt(at) == 0x02014b50, "directory entry");
      check(zip.getShort(at + 10) == AES_METHOD, "method");
      check(zip.getInt(at + 16) == 0, "AE-2 tells no CRC");
      int nameLength = zip.getShort(at + 28);
      int extraLength = zip.getShort(at + 30);
      checkExtra(at + 46 + nameLength, extraLength);
      String name = new String(bytes(at + 46, nameLength), StandardCharsets.UTF_8);
      byte[] file = opened(zip.getInt(at + 42), zip.getInt(at + 20));
      check(file.length == zip.getInt(at + 24), "length of " + name);
      files.put(name, file);
      at += 46 + nameLength + extraLength + zip.getShort(at + 32);
    }
    return files;
  }

  /// Vendor version 2, AE, 256 bits, deflate.
  private void checkExtra(int from, int length) {
    int at = from;
    while (at < from + length && (zip.getShort(at) & 0xFFFF) != AES_EXTRA) {
      at += 4 + zip.getShort(at + 2);
    }
    check(at < from + length, "AES extra field");
    check(zip.getShort(at + 4) == 2, "version AE-2");
    check(zip.get(at + 6) == 'A' && zip.get(at + 7) == 'E', "vendor");
    check(zip.get(at + 8) == 3, "256 bits");
    check(zip.getShort(at + 9) == 8, "deflate");
  }

  private byte[] opened(int local, int size) throws GeneralSecurityException, IOException {
    check(zip.getInt(local) == 0x04034b50, "local entry");
    int data = local + 30 + zip.getShort(local + 26) + zip.getShort(local + 28);
    byte[] salt = bytes(data, 16);
    byte[] keys =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
            .generateSecret(new PBEKeySpec(password, salt, 1000, (32 + 32 + 2) * 8))
            .getEncoded();
    check(Arrays.equals(Arrays.copyOfRange(keys, 64, 66), bytes(data + 16, 2)), "password");
    byte[] secret = bytes(data + 18, size - 18 - MAC);
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(keys, 32, 32, "HmacSHA1"));
    check(
        MessageDigest.isEqual(
            Arrays.copyOf(mac.doFinal(secret), MAC), bytes(data + size - MAC, MAC)),
        "authentication code");
    return inflated(decrypted(secret, new SecretKeySpec(keys, 0, 32, "AES")));
  }

  /// Counter mode with a little-endian counter from 1.
  private static byte[] decrypted(byte[] secret, SecretKeySpec key)
      throws GeneralSecurityException {
    byte[] counters = new byte[(secret.length + 15) / 16 * 16];
    ByteBuffer all = ByteBuffer.wrap(counters).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < counters.length / 16; i++) {
      all.putLong(16 * i, i + 1L);
    }
    Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, key);
    byte[] stream = aes.doFinal(counters);
    byte[] plain = new byte[secret.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (byte) (secret[i] ^ stream[i]);
    }
    return plain;
  }

  private static byte[] inflated(byte[] deflated) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (InflaterOutputStream out = new InflaterOutputStream(plain, new Inflater(true))) {
      out.write(deflated);
    }
    return plain.toByteArray();
  }

  private byte[] bytes(int from, int length) {
    byte[] bytes = new byte[length];
    zip.get(from, bytes);
    return bytes;
  }

  private static void check(boolean right, String what) {
    if (!right) {
      throw new IllegalStateException("wrong: " + what);
    }
  }
}
