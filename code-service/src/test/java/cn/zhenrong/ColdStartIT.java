package cn.zhenrong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.code.Serial;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.Instance;
import cn.zhenrong.testing.IssuedBatch;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Service;
import cn.zhenrong.testing.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/// An instance that starts on a store full of batches answers at once and takes no more memory for
/// it: nothing is read before it is asked for. `docs/prove cold` runs it with a million batches.
class ColdStartIT {
  private static final int BATCHES = Integer.getInteger("cold.batches", 16_384);
  private static final int PIECES = 10;
  private static final long FIRST_INDEX = 1L << 40;
  private static final int ASKED = 500;
  private static final Duration PROMISED = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void answersWithinTenSecondsOfBeingReady() {
    String url = Stores.newDatabaseUrl();
    List<Serial> asked = filled(url);
    try (Instance instance = new Instance("cold", folder, url).start()) {
      Http nobody = Http.to(instance.port());
      long ready = System.nanoTime();
      assertThat(nobody.get(path(asked.getFirst())).status()).isEqualTo(200);
      Duration first = Duration.ofNanos(System.nanoTime() - ready);
      for (Serial serial : asked) {
        Http.Reply reply = nobody.get(path(serial));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("serial").asString()).isEqualTo(serial.text());
        assertThat(reply.json().path("verdict").path("code").asString()).isEqualTo("NOT_ACTIVATED");
      }
      Duration all = Duration.ofNanos(System.nanoTime() - ready);
      System.out.printf(
          "COLD %d batches, heap 512 MB: first answer %d ms after being ready, %d codes of as many"
              + " batches %d ms%n",
          BATCHES, first.toMillis(), ASKED, all.toMillis());
      assertThat(first).isLessThan(PROMISED);
    }
  }

  private static String path(Serial serial) {
    return "/api/v1/codes/" + serial.text();
  }

  /// Fills a database and tells some of its codes.
  private List<Serial> filled(String url) {
    try (Service first = Service.start(folder, url)) {
      IssuedBatch batch = Papers.of(first.api("demo-maker-1")).issue("signed", PIECES);
      fill(first.bean(JdbcTemplate.class), Long.parseLong(batch.id()));
      Keys keys = first.bean(Keys.class);
      Random random = new Random(7);
      List<Serial> serials = new ArrayList<>();
      for (int i = 0; i < ASKED; i++) {
        long index = FIRST_INDEX + (long) random.nextInt(BATCHES) * PIECES + random.nextInt(PIECES);
        serials.add(keys.serials().encipher(keys.currentEpoch(), index));
      }
      return serials;
    }
  }

  /// Copies of one batch, twice as many each time.
  private static void fill(JdbcTemplate jdbc, long original) {
    copy(jdbc, "id = " + original, 1 - original, "? ", FIRST_INDEX);
    for (int there = 1; there < BATCHES; there *= 2) {
      copy(jdbc, "id BETWEEN 1 AND " + there, there, "first_index + ? ", (long) there * PIECES);
    }
    assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM batch WHERE id <= " + BATCHES, Long.class))
        .isEqualTo(BATCHES);
  }

  private static void copy(
      JdbcTemplate jdbc, String which, long idShift, String firstIndex, long indexShift) {
    jdbc.update(
        """
        INSERT INTO batch (id, party_id, style_id, label_id, report_id, profile, content_digest,
          status, first_index, block_id, pieces, garments, epoch, slot, statement, verdict, rule_set,
          edition, decision, applied_by, over_size, created_at, accepted_at, opened_at)
        SELECT id + ?, party_id, style_id, label_id, report_id, profile, content_digest, status, %s,
          block_id, pieces, garments, epoch, slot, statement, verdict, rule_set, edition, '{}',
          applied_by, over_size, created_at, accepted_at, opened_at
        FROM batch WHERE %s
        """
            .formatted(firstIndex, which),
        idShift,
        indexShift);
    jdbc.update(
        """
        INSERT INTO batch_line (batch_id, line_no, colour, size, key_type, key_value, quantity,
          spares, first_sequence)
        SELECT batch_id + ?, line_no, colour, size, key_type, key_value, quantity, spares,
          first_sequence
        FROM batch_line WHERE %s
        """
            .formatted(which.replace("id", "batch_id")),
        idShift);
  }
}
