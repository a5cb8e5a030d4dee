package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.OpenApi;
import cn.zhenrong.testing.Operations;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Refused;
import cn.zhenrong.testing.ServiceTest;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Controller;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Keeps `docs/openapi.yaml` true: it is what springdoc finds in the running service, brought into
/// one fixed form. springdoc is here in tests only, because it brings the older Jackson with it.
@ServiceTest
@DirtiesContext
@TestPropertySource(
    properties = {
      "springdoc.api-docs.enabled=true",
      "springdoc.override-with-generic-response=false",
      "springdoc.use-fqn=true",
      "springdoc.default-produces-media-type=application/json"
    })
class OpenApiIT {
  private static final Path PAGE = Path.of("..", "docs", "openapi.yaml");

  /// Nobody is told what they lack: who signs in wrongly is told only that; a box may be opened
  /// without a word.
  private static final List<String> SILENT =
      List.of("post /api/v1/boxes/{box}/opening", "post /api/v1/session");

  @Autowired ApplicationContext context;
  @Autowired Makers makers;
  @LocalServerPort int port;

  @BeforeEach
  void describePagesAndPercentages() {
    // Percentages are exact decimals written as JSON strings.
    SpringDocUtils.getConfig().replaceWithSchema(BigDecimal.class, new StringSchema());
    // A password is text that can be wiped.
    SpringDocUtils.getConfig().replaceWithSchema(char[].class, new StringSchema());
    SpringDocUtils.getConfig()
        .addRestControllers(
            context.getBeansWithAnnotation(Controller.class).values().stream()
                .<Class<?>>map(Object::getClass)
                .filter(type -> type.getPackageName().startsWith("cn.zhenrong"))
                .toArray(Class<?>[]::new));
  }

  @Test
  void thePageInDocsIsWhatTheServiceDoes() throws Exception {
    OpenApi found = found();
    assertThat(require(found)).isEqualTo(SILENT);
    String now = found.yaml();
    String kept = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!kept.equals(now)) {
      Files.writeString(PAGE, now);
      fail(
          "docs/openapi.yaml was out of date and has been rewritten; look at the change and commit"
              + " it");
    }
  }

  @Test
  void everyPathOfTheServiceIsThere() {
    Set<String> mapped = new TreeSet<>();
    context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, method) -> {
          if (method.getBeanType().getPackageName().startsWith("cn.zhenrong")) {
            mapped.addAll(info.getPatternValues());
          }
        });
    mapped.removeIf(path -> path.length() > 1 && path.endsWith("/"));
    mapped.remove("/error");
    assertThat(mapped).hasSizeGreaterThan(40).contains("/scan/{serial}", "/scans");
    assertThat(found().paths()).containsExactlyInAnyOrderElementsOf(mapped);
  }

  @Test
  void everyOperationSaysWhatItIsFor() {
    Set<String> described = Operations.read().all().keySet();

    assertThat(described).containsExactlyInAnyOrderElementsOf(found().operations());
  }

  /// Asks as a maker, and as the association about that maker.
  private List<String> require(OpenApi found) {
    Makers.Member maker = makers.maker();
    Papers papers = Papers.of(maker.api(port), 10);
    IssuedBatch batch = papers.issue("compact", 3);
    Makers.Member association = makers.association();
    String lab =
        association
            .api(port)
            .post(
                "/api/v1/labs",
                "{'name':'%s','accreditations':[{'mark':'CNAS','certificate':'%s','validFrom':'2020-01-01','validUntil':'2090-01-01'}]}"
                    .replace("%s", Makers.creditCode()))
            .text("id");
    String party = maker.party().id().toString();
    Map<String, String> ids =
        Map.of(
            "batches", batch.id(),
            "codes", batch.rows().getFirst().serial(),
            "labs", lab,
            "parties", party,
            "reports", papers.report(),
            "styles", papers.style(),
            "yarn-accounts", party);
    Http http = Http.to(port);
    Object part = Map.of("fibres", List.of(Map.of("fibre", "山羊绒", "percent", "100")));
    return found.require(
        new Refused(List.of(http.as(maker.key()), http.as(association.key())), ids),
        Map.of(
            "post /api/v1/batches",
            Map.of(
                "styleId", papers.style(), "labelId", papers.label(), "reportId", papers.report()),
            "post /api/v1/conformity",
            Map.of("ruleSet", "GB/T 29862-2013", "label", Map.of("parts", List.of(part))),
            "post /api/v1/yarn-purchases",
            Map.of("composition", "100%山羊绒")));
  }

  private OpenApi found() {
    Http http = Http.to(port);
    Http.Reply reply = http.as("demo-association").get("/v3/api-docs");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return OpenApi.of(reply.text(), this::needsKey, Operations.read().all());
  }

  /// Asks the service itself: whoever comes without a key is told so before anything is done.
  private boolean needsKey(String method, String path) {
    return Http.to(port)
            .with("Accept", "*/*")
            .send(
                method.toUpperCase(java.util.Locale.ROOT),
                path.replaceAll("\\{[^}]+}", "1"),
                null,
                null)
            .status()
        == 401;
  }
}
