package cn.zhenrong.seal;

import cn.zhenrong.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.operator.OperatorCreationException;

/// Makes the keystore of an installation, and adds keys to it later.
///
/// @param random where all secrets come from
/// @param notBefore first instant at which the new keys may sign
/// @param notAfter last instant at which the new keys may sign
/// @param demo whether the new keys are for demonstrations: their kid starts with `demo-`
public record KeyCeremony(SecureRandom random, Instant notBefore, Instant notAfter, boolean demo) {
  private static final int ROOT_LENGTH = 32;

  /// Writes a new keystore with one Ed25519 key in slot 1 and a serial root. Only the file's owner
  /// may read it.
  ///
  /// @throws Problem of kind `INTERNAL` if the file exists: its root can never be made again
  public void create(Path path, char[] password) {
    create(path, password, List.of(SignatureAlgorithm.Ed25519));
  }

  /// Writes a new keystore with one key for each algorithm, in slots 1, 2, … and a serial root.
  ///
  /// @param algorithms may be empty where the signing keys live in a token
  public void create(Path path, char[] password, List<SignatureAlgorithm> algorithms) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      byte[] root = new byte[ROOT_LENGTH];
      random.nextBytes(root);
      putSecret(store, KeystoreFile.ROOT, root, password);
      Arrays.fill(root, (byte) 0);
      for (int i = 0; i < algorithms.size(); i++) {
        putKey(store, i + 1, algorithms.get(i), password);
      }
      SecretFile.create(path, out -> store(store, out, password));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("this Java cannot make the keys", e);
    }
  }

  /// Adds a key to an existing keystore.
  ///
  /// @param slot 0 to 73, free so far
  /// @throws Problem of kind `INTERNAL` if the keystore cannot be opened or the slot is taken
  public void add(Path path, char[] password, int slot, SignatureAlgorithm algorithm) {
    KeystoreFile file = KeystoreFile.open(path, password);
    try {
      requireSlot(slot);
      if (file.store().containsAlias(KeystoreFile.alias(slot))) {
        throw SealTexts.unusable("keystore.slot-taken", slot);
      }
      putKey(file.store(), slot, algorithm, password);
      SecretFile.replace(path, out -> store(file.store(), out, password));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("this Java cannot make the key", e);
    }
  }

  /// Makes a P-256 key inside a token.
  ///
  /// @param slot 0 to 73, free so far
  /// @throws Problem of kind `INTERNAL` if the slot is taken or the token refuses
  public void add(Token.Content token, int slot) {
    requireSlot(slot);
    try {
      token.create(slot, this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("the token cannot sign its own certificate", e);
    }
  }

  private static void requireSlot(int slot) {
    if (slot < 0 || slot > KeySlot.LAST) {
      throw SealTexts.unusable("keystore.slot-range", KeySlot.LAST);
    }
  }

  private void putKey(KeyStore store, int slot, SignatureAlgorithm algorithm, char[] password)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    KeyPairBytes pair = KeyPairBytes.generate(algorithm, random);
    SelfSigned certificate = new SelfSigned(this, pair, algorithm);
    if (algorithm == SignatureAlgorithm.SM2) {
      byte[] secret = pair.pkcs8().getEncoded();
      putSecret(store, KeystoreFile.alias(slot), secret, password);
      Arrays.fill(secret, (byte) 0);
      putSecret(store, KeystoreFile.certificateAlias(slot), certificate.encoded(), password);
    } else {
      store.setKeyEntry(
          KeystoreFile.alias(slot), certificate.privateKey(), password, certificate.chain());
    }
  }

  private static void putSecret(KeyStore store, String alias, byte[] secret, char[] password)
      throws GeneralSecurityException {
    store.setKeyEntry(alias, new SecretKeySpec(secret, KeystoreFile.SECRET), password, null);
  }

  private static void store(KeyStore store, java.io.OutputStream out, char[] password)
      throws IOException {
    try {
      store.store(out, password);
    } catch (GeneralSecurityException e) {
      throw new IOException("the keystore cannot be written", e);
    }
  }
}
