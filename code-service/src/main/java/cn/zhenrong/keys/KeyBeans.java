package cn.zhenrong.keys;

import cn.zhenrong.party.PartySettings;
import cn.zhenrong.seal.KeyRing;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Opens the keystore when the service starts.
@Configuration(proxyBeanMethods = false)
class KeyBeans {

  @Bean
  KeyRing keyRing(KeySettings settings, PartySettings mode, SecureRandom random, Clock clock) {
    return new KeyOpening(settings, mode.demo()).open(random, clock.instant());
  }
}
