package cn.zhenrong.testing;

import cn.zhenrong.Application;
import cn.zhenrong.keys.CeremonyCommand;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// An installation that is not the demo, with keys of a ceremony and a database of its own.
///
/// @param folder where its keystore `keys.p12` and its password file `password` lie
public record RealInstallation(Path folder) {

  /// Makes its keys.
  ///
  /// @param algorithms as the ceremony takes them; none for its default
  /// @return the settings to start with
  public List<String> settings(String... algorithms) {
    List<String> words = new ArrayList<>(List.of(keystore().toString(), passwordFile().toString()));
    words.addAll(List.of(algorithms));
    if (ceremony().run(words) != 0) {
      throw new IllegalStateException("no keys");
    }
    return new ArrayList<>(
        List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--zhenrong.public-base-url=https://id.example.cn",
            "--zhenrong.keys.keystore=" + keystore(),
            "--zhenrong.scan.journal-folder=" + folder.resolve("scans"),
            "--zhenrong.keys.password-file=" + passwordFile(),
            "--zhenrong.first.name=羊毛衫协会",
            "--zhenrong.first.credit-code=51330483DEMA00001K",
            "--zhenrong.first.address=桐乡市",
            "--zhenrong.first.login=first",
            "--zhenrong.first.password=a long first password",
            "--spring.datasource.url=" + Stores.newDatabaseUrl()));
  }

  public Path keystore() {
    return folder.resolve("keys.p12");
  }

  public Path passwordFile() {
    return folder.resolve("password");
  }

  /// A ceremony that keeps its words to itself.
  public static CeremonyCommand ceremony() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new CeremonyCommand(Clock.systemUTC(), new SecureRandom(), nowhere);
  }

  public static ConfigurableApplicationContext start(List<String> settings) {
    return new SpringApplicationBuilder(Application.class)
        .initializers(new Stores())
        .run(settings.toArray(String[]::new));
  }
}
