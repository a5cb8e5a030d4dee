package cn.zhenrong.benchmarks;

import cn.zhenrong.code.Serial;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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
import tools.jackson.databind.json.JsonMapper;

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

  private final ScanLoad scans;

  Baselines(JdbcClient jdbc, StringRedisTemplate redis, ScanLoad scans) {
    this.jdbc = jdbc;
    this.redis = redis;
    this.scans = scans;
  }

  @EventListener
  void started(ServletWebServerInitializedEvent event) {
    Tomcat tomcat = ((TomcatWebServer) event.getWebServer()).getTomcat();
    String table =
        event.getApplicationContext().getEnvironment().getRequiredProperty("bench.table");
    Context context = tomcat.addContext("/bench", null);
    Tomcat.addServlet(context, "raw", new Raw());
    context.addServletMappingDecoded("/raw", "raw");
    Tomcat.addServlet(context, "scans", new Scans(scans));
    context.addServletMappingDecoded("/scans", "scans");
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

  /// Lets [ScanLoad] run: `seconds`, `rate` a second at most, `paths` a file of paths of codes.
  private static final class Scans extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient ScanLoad load;

    /// Read once: what a benchmark throws away its collector would charge to the service.
    private final transient Map<String, List<Serial>> read = new ConcurrentHashMap<>();

    Scans(ScanLoad load) {
      this.load = load;
    }

    private List<Serial> serials(String file) throws IOException {
      List<Serial> known = read.get(file);
      if (known != null) {
        return known;
      }
      try (Stream<String> paths = Files.lines(Path.of(file))) {
        List<Serial> serials =
            paths.map(path -> new Serial(path.substring(path.lastIndexOf('/') + 1))).toList();
        read.put(file, serials);
        return serials;
      }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      List<Serial> serials = serials(request.getParameter("paths"));
      try {
        byte[] body =
            JsonMapper.shared()
                .writeValueAsBytes(
                    load.run(
                        serials,
                        Integer.parseInt(request.getParameter("seconds")),
                        Integer.parseInt(request.getParameter("rate"))));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      }
    }
  }
}
