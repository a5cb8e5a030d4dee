package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Nonce;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A verification that waits is judged by where its code stood when it was made.
@ServiceTest
class JudgedAsItStoodIT {
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  @Autowired Makers makers;
  @Autowired Codes codes;
  @Autowired Signals signals;
  @Autowired DataSource pool;
  @LocalServerPort int port;

  @Test
  void aVisitBeforeActivationIsToldThoughItIsAppliedAfterIt() throws SQLException {
    IssuedBatch batch = Papers.of(makers.maker().api(port)).issue("compact", 2);
    Row row = batch.rows().getFirst();
    long index = codes.index(Serial.read(row.serial()).orElseThrow()).orElseThrow();
    visit(row, "First");
    Patience.until("the first visit is told", () -> hits(index) == 1);

    try (Connection holding = pool.getConnection();
        Statement statement = holding.createStatement()) {
      holding.setAutoCommit(false);
      // Whoever applies the next visit of this code waits here.
      statement.execute("SELECT 1 FROM scanned_code WHERE code_index = " + index + " FOR UPDATE");
      visit(row, "Second");
      assertThat(activate(batch)).isEqualTo(200);
      holding.rollback();
      holding.setAutoCommit(true);
    }
    Patience.until("so is the second", () -> hits(index) == 2);

    visit(row, "Third");
    Patience.until("the third is counted", () -> sessions(row) == 3);
    assertThat(hits(index)).as("it came after").isEqualTo(2);
  }

  private int activate(IssuedBatch batch) {
    return makers
        .bench()
        .api(port)
        .post(batch.path("activations"), "{'first':1,'last':2}")
        .status();
  }

  private void visit(Row row, String phone) {
    Api shopper = new Api(Http.to(port).with("User-Agent", phone));
    String nonce = Nonce.of(shopper.get("/scan/" + row.serial()));
    assertThat(shopper.post("/scans", Nonce.beacon(nonce)).status()).isEqualTo(204);
  }

  private long sessions(Row row) {
    return new Api(port, "").get("/api/v1/codes/" + row.serial()).json().path("sessions").asLong();
  }

  private long hits(long index) {
    return signals
        .of(new Signals.Reach(CloneRule.VERIFIED_BEFORE_ACTIVATION, index, index, LONG_AGO, FAR), 1)
        .stream()
        .mapToLong(Suspicion::hits)
        .sum();
  }
}
