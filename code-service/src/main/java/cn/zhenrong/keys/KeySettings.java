package cn.zhenrong.keys;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the keystore is and what opens it.
///
/// @param keystore the PKCS#12 file; left out only in demo mode, which then makes its own
/// @param password opens the keystore; better kept in a file
/// @param passwordFile a file whose first line is the password; only the service's user should be
///   able to read it
/// @param folder where demo mode keeps the keystore it makes
@ConfigurationProperties("zhenrong.keys")
record KeySettings(
    @Nullable Path keystore,
    @Nullable String password,
    @Nullable Path passwordFile,
    @DefaultValue("data/keys") Path folder) {

  @Override
  public String toString() {
    return "KeySettings[password hidden]";
  }
}
