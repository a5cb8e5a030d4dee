package cn.zhenrong.benchmarks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/// What the lookup is compared with, in the same JVM and the same Tomcat, but in a web application
/// of its own below `/bench`: none of the service's filters is in its way.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bench.table")
class Baselines {
  /// Set in the application beside the service only, so that nothing of it gets into the service.
  static final String BESIDE = "bench.beside";

  private static final byte[] FIXED = "{\"status\":\"ok\"}".getBytes(StandardCharsets.US_ASCII);

  private final JdbcClient jdbc;
  private final StringRedisTemplate redis;

  Baselines(JdbcClient jdbc, StringRedisTemplate redis) {
    this.jdbc = jdbc;
    this.redis = redis;
  }

  @EventListener
  void started(ServletWebServerInitializedEvent event) {
    Tomcat tomcat = ((TomcatWebServer) event.getWebServer()).getTomcat();
    String table =
        event.getApplicationContext().getEnvironment().getRequiredProperty("bench.table");
    Context context = tomcat.addContext("/bench", null);
    Tomcat.addServlet(context, "raw", new Raw());
    context.addServletMappingDecoded("/raw", "raw");
    AnnotationConfigWebApplicationContext mvc = new AnnotationConfigWebApplicationContext();
    mvc.getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("beside", Map.of(BESIDE, "true")));
    mvc.register(Mvc.class);
    mvc.addBeanFactoryPostProcessor(
        beans -> beans.registerSingleton("rows", new RowPerCode(jdbc, redis, table)));
    Tomcat.addServlet(context, "mvc", new DispatcherServlet(mvc)).setLoadOnStartup(1);
    context.addServletMappingDecoded("/mvc/*", "mvc");
  }

  /// Spring MVC as it comes, with one endpoint that does nothing.
  @EnableWebMvc
  @RestController
  @ConditionalOnProperty(BESIDE)
  static class Mvc {
    @GetMapping("/json")
    Map<String, String> json() {
      return Map.of("status", "ok");
    }
  }

  /// The least a container can do.
  private static final class Raw extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("application/json");
      response.setContentLength(FIXED.length);
      response.getOutputStream().write(FIXED);
    }
  }
}
