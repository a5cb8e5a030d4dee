package cn.zhenrong.scan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where a request came from. Behind the proxy the settings name it is the address that proxy saw:
/// the last hop, which is the only one it vouches for. From anybody else the header is worth
/// nothing.
@Component
public class ClientAddress {
  private static final String HOPS = "X-Forwarded-For";
  private static final int LONGEST_HOPS = 1000;

  private final String trustedProxy;

  ClientAddress(@Value("${zhenrong.trusted-proxy:}") String trustedProxy) {
    this.trustedProxy = trustedProxy;
  }

  /// The address as text, IPv4 or IPv6.
  public String of(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    return peer.equals(trustedProxy) ? lastHop(request.getHeaders(HOPS), peer) : peer;
  }

  /// Some proxies write their hop behind those of others, some in a line of its own below.
  private static String lastHop(Enumeration<String> lines, String peer) {
    String last = peer;
    while (lines.hasMoreElements()) {
      last = lines.nextElement();
    }
    return last.length() > LONGEST_HOPS ? peer : last.substring(last.lastIndexOf(',') + 1).strip();
  }
}
