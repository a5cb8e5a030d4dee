package cn.zhenrong.web;

import cn.zhenrong.party.Parties;
import cn.zhenrong.party.PartySettings;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/// Stops a start that would be dangerous: demo keys on an open network, or invented makers in a
/// real register.
@Component
class StartupChecks implements SmartInitializingSingleton {
  private final PartySettings settings;
  private final ServerProperties server;
  private final Parties parties;

  StartupChecks(PartySettings settings, ServerProperties server, Parties parties) {
    this.settings = settings;
    this.server = server;
    this.parties = parties;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (settings.demo()) {
      requireLoopback(server.getAddress());
    } else if (parties.holdsDemoRows()) {
      throw new IllegalStateException(
          "this database holds demo organisations; a real installation needs a database of its own");
    }
  }

  private static void requireLoopback(@Nullable InetAddress address) {
    if (address == null || !address.isLoopbackAddress()) {
      throw new IllegalStateException(
          "demo mode has known keys and listens on loopback only; set server.address=127.0.0.1");
    }
  }
}
