package cn.zhenrong.keys;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the keys are and what opens them.
///
/// @param keystore the PKCS#12 file; left out only in demo mode, which then makes its own
/// @param password opens the keystore; better kept in a file
/// @param passwordFile a file whose first line is the password; only the service's user should be
///   able to read it
/// @param folder where demo mode keeps the keystore it makes
/// @param token where further signing keys live; null where there is none
/// @param codes the algorithm that signs codes of new batches, `Ed25519`, `ES256` or `SM2`; null
///   for Ed25519, and P-256 where there is no such key
@ConfigurationProperties("zhenrong.keys")
record KeySettings(
    @Nullable Path keystore,
    @Nullable String password,
    @Nullable Path passwordFile,
    @DefaultValue("data/keys") Path folder,
    @Nullable TokenSettings token,
    @Nullable String codes) {

  /// A PKCS#11 token.
  ///
  /// @param library its library, such as `libsofthsm2.so`
  /// @param slot as the library numbers them; null for the first that has a token
  /// @param pinFile a file whose first line is the user PIN
  record TokenSettings(@Nullable Path library, @Nullable Long slot, @Nullable Path pinFile) {}

  @Override
  public String toString() {
    return "KeySettings[password hidden]";
  }
}
