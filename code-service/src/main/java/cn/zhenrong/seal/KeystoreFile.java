package cn.zhenrong.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/// The entries of our PKCS#12 keystore.
///
/// `slot-N` is a private key with a self-signed certificate whose subject is the kid. Java's
/// PKCS#12 cannot read a certificate with an SM2 key, so such a key is kept as two secret entries:
/// `slot-N` (PKCS#8) and `slot-N-cert` (X.509). `serial-root` is a secret entry.
final class KeystoreFile {
  static final String ROOT = "serial-root";
  static final String SECRET = "HmacSHA256";
  private static final Pattern SLOT = Pattern.compile("slot-(0|[1-9][0-9]?)");

  private final KeyStore store;
  private final char[] password;

  KeystoreFile(KeyStore store, char[] password) {
    this.store = store;
    this.password = password.clone();
  }

  static KeystoreFile open(Path path, char[] password) {
    if (!Files.isReadable(path)) {
      throw SealTexts.unusable("keystore.no-file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      return new KeystoreFile(store, password);
    } catch (IOException e) {
      boolean wrong = e.getCause() instanceof UnrecoverableKeyException;
      throw SealTexts.unusable(wrong ? "keystore.password" : "keystore.format");
    } catch (GeneralSecurityException e) {
      throw SealTexts.unusable("keystore.format");
    }
  }

  static String alias(int slot) {
    return "slot-" + slot;
  }

  static String certificateAlias(int slot) {
    return alias(slot) + "-cert";
  }

  KeyStore store() {
    return store;
  }

  /// Reads everything into memory and forgets the password.
  ///
  /// @param more keys that live elsewhere
  KeyRing ring(List<KeyRing.Held> more) {
    List<KeyRing.Held> keys = new ArrayList<>(more);
    byte[] root = null;
    try {
      for (int slot : slots()) {
        if (more.stream().anyMatch(key -> key.slot().slot() == slot)) {
          throw SealTexts.unusable("keystore.slot-twice", slot);
        }
        keys.add(held(slot));
      }
      if (keys.isEmpty()) {
        throw SealTexts.unusable("keystore.no-keys");
      }
      root = secret(ROOT);
      if (root == null || root.length < 32) {
        throw SealTexts.unusable("keystore.no-root");
      }
      return new KeyRing(keys, root);
    } finally {
      clear(root);
      Arrays.fill(password, '\0');
    }
  }

  /// The slot an entry's name stands for; empty for any other entry.
  static OptionalInt slotOf(String alias) {
    Matcher matcher = SLOT.matcher(alias);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  private List<Integer> slots() {
    List<Integer> slots = new ArrayList<>();
    try {
      for (String alias : Collections.list(store.aliases())) {
        slotOf(alias).ifPresent(slots::add);
      }
    } catch (GeneralSecurityException e) {
      throw SealTexts.unusable("keystore.format");
    }
    return slots;
  }

  private KeyRing.Held held(int slot) {
    byte[] key = null;
    try {
      java.security.cert.Certificate own = store.getCertificate(alias(slot));
      byte[] encoded = own == null ? secret(certificateAlias(slot)) : own.getEncoded();
      key = secret(alias(slot));
      if (key == null || encoded == null) {
        throw SealTexts.unusable("keystore.slot-broken", slot);
      }
      KeySlot open = open(slot, new X509CertificateHolder(encoded));
      return new KeyRing.Held(open, PrivateKeySigner.of(slot, key, open.key()));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw SealTexts.unusable("keystore.slot-broken", slot);
    } finally {
      clear(key);
    }
  }

  private static void clear(byte @Nullable [] secret) {
    if (secret != null) {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /// The public side of a key, as its certificate tells it.
  static KeySlot open(int slot, X509CertificateHolder certificate) throws IOException {
    if (slot > KeySlot.LAST) {
      throw SealTexts.unusable("keystore.slot-range", KeySlot.LAST);
    }
    VerifyingKey key = VerifyingKey.ofSpki(certificate.getSubjectPublicKeyInfo().getEncoded());
    boolean demo = commonName(certificate).startsWith(KeySlot.DEMO);
    return new KeySlot(
        slot,
        (demo ? KeySlot.DEMO : "") + key.thumbprint(),
        key,
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        demo);
  }

  private static String commonName(X509CertificateHolder certificate) {
    RDN[] names = certificate.getSubject().getRDNs(BCStyle.CN);
    return names.length == 0 ? "" : names[0].getFirst().getValue().toString();
  }

  private byte @Nullable [] secret(String alias) {
    try {
      Key key = store.getKey(alias, password);
      return key == null ? null : key.getEncoded();
    } catch (GeneralSecurityException e) {
      throw SealTexts.unusable("keystore.password");
    }
  }
}
