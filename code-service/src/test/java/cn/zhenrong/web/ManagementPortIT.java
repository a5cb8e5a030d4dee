package cn.zhenrong.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/// Metrics on a port of their own: no key there, and nothing of them or of the rest anywhere else.
@ServiceTest
@DirtiesContext
@TestPropertySource(
    properties = {"management.server.port=0", "management.server.address=127.0.0.1"})
class ManagementPortIT {
  @LocalServerPort int port;
  @LocalManagementPort int metrics;

  @Test
  void metricsAreOnTheirPortAndNothingElseIs() {
    Http operator = Http.to(metrics);
    assertThat(operator.get("/actuator/prometheus").text()).contains("zhenrong_limits_waiting");
    assertThat(operator.get("/actuator/health").status()).isEqualTo(200);
    assertThat(operator.get("/api/v1/parties").status()).isEqualTo(404);
    assertThat(operator.get("/").status()).isEqualTo(404);
    Http anybody = Http.to(port);
    assertThat(anybody.get("/actuator/prometheus").status()).isEqualTo(401);
    assertThat(anybody.get("/api/v1/parties").status()).isEqualTo(401);
    assertThat(anybody.get("/").status()).isEqualTo(200);
  }
}
