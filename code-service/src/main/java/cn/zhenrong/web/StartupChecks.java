package cn.zhenrong.web;

import cn.zhenrong.party.Parties;
import cn.zhenrong.party.PartySettings;
import cn.zhenrong.problem.CannotStart;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/// Stops a start that would be dangerous: demo keys on an open network, invented makers in a real
/// register, or metrics for anybody.
@Component
class StartupChecks implements SmartInitializingSingleton {
  private final PartySettings settings;
  private final ServerProperties server;
  private final boolean metricsForAnybody;
  private final Parties parties;

  StartupChecks(
      PartySettings settings,
      ServerProperties server,
      @Value("${management.server.port:}") String ownPort,
      @Value("${management.server.address:}") String ownAddress,
      Parties parties) {
    this.settings = settings;
    this.server = server;
    this.metricsForAnybody = !ownPort.isBlank() && ownAddress.isBlank();
    this.parties = parties;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (metricsForAnybody) {
      throw new CannotStart(
          "Metrics on a port of their own are open to whoever reaches it.",
          "Set management.server.address as well, such as 127.0.0.1.");
    }
    if (settings.demo()) {
      requireLoopback(server.getAddress());
    } else if (parties.holdsDemoRows()) {
      throw new CannotStart(
          "This database holds demo organisations.",
          "Give a real installation a database of its own (spring.datasource.url).");
    }
  }

  private static void requireLoopback(@Nullable InetAddress address) {
    if (address == null || !address.isLoopbackAddress()) {
      throw new CannotStart(
          "Demo mode has known keys and must not be reached from outside.",
          "Set server.address=127.0.0.1, or leave demo mode.");
    }
  }
}
