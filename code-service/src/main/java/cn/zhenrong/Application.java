package cn.zhenrong;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.conformity.Conformity;
import cn.zhenrong.keys.CeremonyCommand;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.PartySettings;
import cn.zhenrong.problem.CannotStart;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Words;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts the service and declares the beans of the packages that know no framework.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class Application {
  private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

  public static void main(String[] arguments) {
    carriers(Runtime.getRuntime().availableProcessors());
    List<String> words = List.of(arguments);
    if (!words.isEmpty() && words.getFirst().equals(CeremonyCommand.NAME)) {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      CeremonyCommand ceremony = new CeremonyCommand(Clock.systemUTC(), new SecureRandom(), out);
      System.exit(ceremony.run(words.subList(1, words.size())));
    }
    SpringApplication.run(Application.class, arguments);
  }

  /// Two carriers of virtual threads where there is one core, or whoever waits for a store waits
  /// until nobody new comes (docs/decisions/0115). Must be said before the first virtual thread.
  private static void carriers(int cores) {
    if (cores == 1 && System.getProperty(CARRIERS) == null) {
      System.setProperty(CARRIERS, "2");
    }
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /// For ages; a test moves it.
  @Bean
  Ticker ticker() {
    return Ticker.systemTicker();
  }

  @Bean
  SecureRandom random() {
    return new SecureRandom();
  }

  @Bean
  Conformity conformity() {
    return new Conformity();
  }

  @Bean
  Ids ids(Clock clock, RandomGenerator random) {
    return new Ids(clock, random);
  }

  /// The address printed on labels. It has no default: a wrong one would be on paper for years.
  @Bean
  PublicBase publicBase(@Value("${zhenrong.public-base-url:}") String url, PartySettings settings) {
    if (url.isBlank()) {
      throw new CannotStart(
          "The public address of this installation is not set.",
          "Set zhenrong.public-base-url, such as https://id.example.cn");
    }
    try {
      return PublicBase.of(url, settings.demo());
    } catch (Problem problem) {
      Words words = problem.detail() == null ? problem.kind().title() : problem.detail();
      throw new CannotStart(
          words.zh() + System.lineSeparator() + words.en(),
          "Correct zhenrong.public-base-url, such as https://id.example.cn");
    }
  }
}
