package cn.zhenrong;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.PartySettings;
import cn.zhenrong.problem.Problem;
import java.security.SecureRandom;
import java.time.Clock;
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

  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Bean
  Ids ids(Clock clock, RandomGenerator random) {
    return new Ids(clock, random);
  }

  /// The address printed into every code. There is no default: a code outlives a wrong one.
  @Bean
  PublicBase publicBase(@Value("${zhenrong.public-base-url:}") String url, PartySettings mode) {
    try {
      return PublicBase.of(url, mode.demo());
    } catch (Problem problem) {
      throw new IllegalStateException(
          "the setting zhenrong.public-base-url cannot be used; " + problem.getMessage());
    }
  }
}
