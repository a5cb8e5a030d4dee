package cn.zhenrong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// What may stand in a request line. A GS1 Digital Link may carry an escaped slash or percent sign
/// inside a lot or serial number, so under `/01/` the container and the firewall let such signs
/// through, and the reader of the link decides; everywhere else they are refused as ever. What the
/// container itself cannot read still gets an answer in our shape.
@Configuration(proxyBeanMethods = false)
class UrlSettings {
  private static final String NOT_OF_A_URI = "<>[\\]^`{|}\"";

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> readableUrls() {
    return factory -> {
      factory.addConnectorCustomizers(UrlSettings::letThrough);
      factory.addContextCustomizers(context ->
          ((StandardHost) context.getParent())
              .setErrorReportValveClass(BareErrors.class.getName()));
    };
  }

  private static void letThrough(Connector connector) {
    connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
    connector.setProperty("relaxedPathChars", NOT_OF_A_URI);
    connector.setProperty("relaxedQueryChars", NOT_OF_A_URI);
  }

  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall strict = new StrictHttpFirewall();
    StrictHttpFirewall identifiers = new StrictHttpFirewall();
    identifiers.setAllowSemicolon(true);
    identifiers.setAllowUrlEncodedSlash(true);
    identifiers.setAllowUrlEncodedPercent(true);
    identifiers.setAllowUrlEncodedDoubleSlash(true);
    identifiers.setAllowBackSlash(true);
    return new HttpFirewall() {
      @Override
      public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        boolean link = request.getRequestURI().startsWith("/01/");
        return (link ? identifiers : strict).getFirewalledRequest(request);
      }

      @Override
      public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
      }
    };
  }
}
