package cn.zhenrong.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads a database of batches and says whether every index, garment and answer is accounted for.
final class Ledger {
  private final JdbcClient sql;

  Ledger(JdbcClient sql) {
    this.sql = sql;
  }

  long count(String statement, Object... parameters) {
    Long count = sql.sql(statement).params(List.of(parameters)).query(Long.class).single();
    return count == null ? -1 : count;
  }

  /// No two ranges share an index, and each lies within the block it names; no two blocks do, and
  /// all lie before the next index to be given.
  void everyIndexIsUsedAtMostOnce() {
    assertNone(
        "batches that share an index",
        """
        SELECT id FROM (SELECT id, first_index, LAG(first_index + pieces) OVER (ORDER BY first_index) AS free
          FROM batch WHERE first_index IS NOT NULL) ranges
        WHERE free > first_index
        """);
    assertNone(
        "batches outside their block",
        """
        SELECT b.id FROM batch b LEFT JOIN code_block k ON k.id = b.block_id
        WHERE b.first_index IS NOT NULL AND (k.id IS NULL OR b.first_index < k.first_index
          OR b.first_index + b.pieces > k.first_index + k.size)
        """);
    assertNone(
        "blocks that share an index",
        """
        SELECT id FROM (SELECT id, first_index, LAG(first_index + size) OVER (ORDER BY first_index) AS free
          FROM code_block) blocks
        WHERE free > first_index
        """);
    assertNone(
        "blocks the counter does not know",
        """
        SELECT k.id FROM code_block k JOIN code_range r ON r.id = 1
        WHERE k.first_index + k.size > r.next_index
        """);
  }

  /// Each batch has its lines, its one note in the audit trail and, once open, its manifest.
  void everyBatchIsWhole() {
    assertNone(
        "batches whose lines do not add up",
        """
        SELECT b.id FROM batch b LEFT JOIN
          (SELECT batch_id, SUM(quantity + spares) AS pieces, SUM(quantity) AS garments FROM batch_line GROUP BY batch_id) l
          ON l.batch_id = b.id
        WHERE l.batch_id IS NULL OR l.pieces <> b.pieces OR l.garments <> b.garments
        """);
    assertNone(
        "batches not noted once",
        """
        SELECT b.id FROM batch b LEFT JOIN audit a
          ON a.subject = CONCAT('batch/', b.id) AND a.action = 'batch.apply'
        GROUP BY b.id HAVING COUNT(a.id) <> 1
        """);
    assertNone(
        "notes about batches that are not there",
        """
        SELECT a.id FROM audit a LEFT JOIN batch b ON a.subject = CONCAT('batch/', b.id)
        WHERE a.action = 'batch.apply' AND b.id IS NULL
        """);
    assertNone(
        "batches accepted and not open",
        "SELECT id FROM batch WHERE first_index IS NOT NULL AND status <> 'OPEN'");
    assertNone(
        "open batches without a manifest",
        """
        SELECT b.id FROM batch b LEFT JOIN batch_manifest m ON m.batch_id = b.id
        WHERE b.status = 'OPEN' AND m.batch_id IS NULL
        """);
    assertNone("answers kept by halves", "SELECT party_id FROM idempotency WHERE status IS NULL");
  }

  /// What a report has given is what the accepted batches under it are for, and no more than it
  /// covers.
  void everyReportGaveWhatItsBatchesTook() {
    assertNone(
        "reports that do not add up",
        """
        SELECT r.id FROM report r LEFT JOIN
          (SELECT report_id, SUM(garments) AS garments FROM batch WHERE first_index IS NOT NULL GROUP BY report_id) b
          ON b.report_id = r.id
        WHERE r.used_quantity <> COALESCE(b.garments, 0) OR r.used_quantity > r.covers_quantity
        """);
  }

  /// Everybody who was told a batch has that one, and nobody has one more.
  void everyAnswerStands(Map<Integer, String> acknowledged) {
    Map<Integer, String> stored = new java.util.HashMap<>();
    sql.sql("SELECT external_no, id FROM batch")
        .query(row -> {
          int number = Integer.parseInt(row.getString("external_no").substring("PO-".length()));
          assertThat(stored.put(number, row.getString("id"))).as("PO-" + number).isNull();
        });
    assertThat(stored).isEqualTo(acknowledged);
  }

  private void assertNone(String what, String statement) {
    assertThat(sql.sql(statement).query(Long.class).list()).as(what).isEmpty();
  }
}
