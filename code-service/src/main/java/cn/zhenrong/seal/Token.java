package cn.zhenrong.seal;

import cn.zhenrong.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import javax.security.auth.login.LoginException;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/// A PKCS#11 token (a hardware module, a card, or SoftHSM) that holds signing keys: they sign
/// inside it and never leave it.
///
/// Reached through the JDK's SunPKCS11, which knows P-256 but neither Ed25519 nor SM2. The entries
/// are named as in the keystore, `slot-N`, each with a self-signed certificate. A token draws its
/// nonces itself, so the same message gets another signature each time; all verify.
public final class Token {
  // A key that is made here stays here: it cannot be read, only used.
  private static final String NEW_KEYS =
      """
      attributes(generate, CKO_PRIVATE_KEY, CKK_EC) = {
        CKA_SIGN = true
        CKA_SENSITIVE = true
        CKA_EXTRACTABLE = false
      }
      """;

  private final Provider provider;

  private Token(Provider provider) {
    this.provider = provider;
  }

  /// Loads the library of a token. What it holds is read by [#open].
  ///
  /// @param library the PKCS#11 library, such as `libsofthsm2.so`
  /// @param slot the token's slot as the library numbers it; null for the first that has a token
  /// @throws Problem of kind `INTERNAL` if the library is missing or no token is in that slot
  public static Token in(Path library, @Nullable Long slot) {
    if (!Files.isReadable(library)) {
      throw SealTexts.unusable("token.library", library);
    }
    Provider sun = Security.getProvider("SunPKCS11");
    if (sun == null) {
      throw SealTexts.unusable("token.java");
    }
    String where = slot == null ? "slotListIndex = 0" : "slot = " + slot;
    String settings =
        "--name = zhenrong\nlibrary = \"" + library.toAbsolutePath() + "\"\n" + where + "\n";
    try {
      return new Token(sun.configure(settings + NEW_KEYS));
    } catch (InvalidParameterException | ProviderException e) {
      throw SealTexts.unusable("token.slot", library);
    }
  }

  /// Signs in, and reads which keys there are now.
  ///
  /// @throws Problem of kind `INTERNAL` for a wrong PIN, a token that is away, or a key that is not
  ///   P-256 with a self-signed certificate
  public Content open(char[] pin) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      return new Content(store, provider);
    } catch (IOException e) {
      boolean wrong =
          e.getCause() instanceof UnrecoverableKeyException
              || e.getCause() instanceof LoginException;
      throw SealTexts.unusable(wrong ? "token.pin" : "token.away");
    } catch (GeneralSecurityException | ProviderException e) {
      throw SealTexts.unusable("token.away");
    }
  }

  @Override
  public String toString() {
    return "Token[" + provider.getName() + "]";
  }

  /// What a token held when it was opened.
  public static final class Content {
    private final KeyStore store;
    private final Provider provider;

    private Content(KeyStore store, Provider provider) {
      this.store = store;
      this.provider = provider;
    }

    /// The slots of the keys there are.
    public List<Integer> slots() {
      List<Integer> slots = new ArrayList<>();
      try {
        for (String alias : Collections.list(store.aliases())) {
          OptionalInt slot = KeystoreFile.slotOf(alias);
          if (slot.isPresent() && store.isKeyEntry(alias)) {
            slots.add(slot.getAsInt());
          }
        }
      } catch (GeneralSecurityException | ProviderException e) {
        throw SealTexts.unusable("token.away");
      }
      Collections.sort(slots);
      return slots;
    }

    List<KeyRing.Held> keys() {
      return slots().stream().map(this::held).toList();
    }

    /// Makes a P-256 key in the token.
    void create(int slot, KeyCeremony ceremony) throws IOException, OperatorCreationException {
      if (slots().contains(slot)) {
        throw SealTexts.unusable("keystore.slot-taken", slot);
      }
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        SubjectPublicKeyInfo spki = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        SelfSigned certificate =
            new SelfSigned(ceremony, spki, pair.getPrivate(), provider, SignatureAlgorithm.ES256);
        store.setKeyEntry(KeystoreFile.alias(slot), pair.getPrivate(), null, certificate.chain());
      } catch (GeneralSecurityException | ProviderException e) {
        throw SealTexts.unusable("token.refuses");
      }
    }

    private KeyRing.Held held(int slot) {
      try {
        Certificate own = store.getCertificate(KeystoreFile.alias(slot));
        KeySlot open = KeystoreFile.open(slot, new X509CertificateHolder(own.getEncoded()));
        if (open.key().algorithm() != SignatureAlgorithm.ES256) {
          throw SealTexts.unusable("token.algorithm", slot);
        }
        PrivateKey key = (PrivateKey) store.getKey(KeystoreFile.alias(slot), null);
        return new KeyRing.Held(open, new TokenSigner(slot, key, provider));
      } catch (IOException
          | GeneralSecurityException
          | IllegalArgumentException
          | ProviderException e) {
        throw SealTexts.unusable("token.algorithm", slot);
      }
    }
  }
}
