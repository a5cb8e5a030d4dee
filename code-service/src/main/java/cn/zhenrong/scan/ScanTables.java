package cn.zhenrong.scan;

import cn.zhenrong.party.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What is read and written when a group of scans is applied: hundreds of rows in a statement, by
/// JDBC itself, because here a microsecond a row is the limit of the whole (decision 0071).
@Component
class ScanTables {
  private static final int TIME_OUT_SECONDS = 10;
  private static final int CHUNK = 512;

  /// Characters of a row, roughly.
  private static final int ROW = 200;

  private static final String COLUMNS =
      "code_index, first_at, first_province, sessions, opened_at, opened_claims, devices";
  private static final String SELECT_CODES =
      "SELECT " + COLUMNS + ", signals FROM scanned_code WHERE code_index IN ";
  private static final String INSERT_EVENTS =
      "INSERT INTO scan_event (day, nonce, opened, code_index, device, province, at) VALUES";
  private static final String INSERT_CODES = "INSERT INTO scanned_code (" + COLUMNS + ") VALUES";

  /// The newer form with a row alias is unknown to MariaDB.
  private static final String OVERWRITE =
      " ON DUPLICATE KEY UPDATE first_at = VALUES(first_at), first_province ="
          + " VALUES(first_province), sessions = VALUES(sessions), opened_at = VALUES(opened_at),"
          + " opened_claims = VALUES(opened_claims), devices = VALUES(devices)";

  private final JdbcTemplate sql;

  ScanTables(DataSource pool) {
    this.sql = new JdbcTemplate(pool);
    sql.setQueryTimeout(TIME_OUT_SECONDS);
  }

  /// A row's key but for the day, which the nonce tells.
  record Key(NonceId nonce, boolean opened) {
    static Key of(ScanEvent event) {
      return new Key(event.nonce(), event.opened());
    }
  }

  /// Which rows there are for these nonces.
  Set<Key> kept(Collection<NonceId> nonces) {
    Set<Key> found = new HashSet<>();
    nonces.stream()
        .distinct()
        .collect(Collectors.groupingBy(NonceId::day, TreeMap::new, Collectors.toList()))
        .forEach((day, some) -> addKept(found, day, some));
    return found;
  }

  private void addKept(Set<Key> found, LocalDate day, List<NonceId> nonces) {
    for (List<NonceId> some : chunks(nonces)) {
      sql.query(
          "SELECT nonce, opened FROM scan_event WHERE day = ? AND nonce IN " + marks(some.size()),
          statement -> {
            statement.setObject(1, day);
            for (int i = 0; i < some.size(); i++) {
              statement.setBytes(i + 2, some.get(i).bytes());
            }
          },
          (ResultSet row) -> {
            found.add(new Key(NonceId.of(row.getBytes(1)), row.getBoolean(2)));
          });
    }
  }

  /// Writes those that are not there yet. Nearly always that is all of them, so nobody asks before;
  /// a key that is there fails its statement and nothing else.
  ///
  /// @param events in the order of their keys, each once
  /// @return those that were written
  /// @throws DuplicateKeyException if another instance was faster
  List<ScanEvent> insertNew(List<ScanEvent> events) {
    List<ScanEvent> written = new ArrayList<>(events.size());
    for (List<ScanEvent> some : chunks(events)) {
      List<ScanEvent> fresh = some;
      try {
        insertEvents(some);
      } catch (DuplicateKeyException e) {
        Set<Key> kept = kept(some.stream().map(ScanEvent::nonce).toList());
        fresh = some.stream().filter(event -> !kept.contains(Key.of(event))).toList();
        insertEvents(fresh);
      }
      written.addAll(fresh);
    }
    return written;
  }

  private void insertEvents(List<ScanEvent> events) {
    for (List<ScanEvent> some : chunks(events)) {
      SqlText text = new SqlText(INSERT_EVENTS, some.size() * ROW);
      for (ScanEvent event : some) {
        text.row()
            .day(event.nonce().day())
            .bytes(event.nonce().bytes())
            .number(event.opened() ? 1 : 0)
            .number(event.index())
            .bytes(event.device().key())
            .province(event.province())
            .time(event.at())
            .end();
      }
      Rows.exactly(some.size(), sql.update(text.toString()));
    }
  }

  /// The records of those codes that have one, locked in the order of their indexes, so that two
  /// instances wait for one another instead of clashing.
  Map<Long, CodeRecord> locked(SortedSet<Long> indexes) {
    Map<Long, CodeRecord> found = new HashMap<>();
    for (List<Long> some : chunks(indexes)) {
      SqlText text = new SqlText(SELECT_CODES, some.size() * ROW);
      sql.query(
          text.in(some).words(" ORDER BY code_index FOR UPDATE").toString(),
          (ResultSet row) -> {
            found.put(row.getLong(1), row(row).record());
          });
    }
    return found;
  }

  /// @throws DuplicateKeyException if another instance was faster
  void insertCodes(List<CodeRecord> records) {
    for (List<CodeRecord> some : chunks(records)) {
      Rows.exactly(some.size(), sql.update(codes(some).toString()));
    }
  }

  /// Writes records whose rows are locked.
  void updateCodes(List<CodeRecord> records) {
    for (List<CodeRecord> some : chunks(records)) {
      // The servers count a row 1 or 2, by whether anything in it changed.
      int written = sql.update(codes(some).words(OVERWRITE).toString());
      if (written < some.size()) {
        throw new IllegalStateException("wrote " + written + " of " + some.size() + " codes");
      }
    }
  }

  private static SqlText codes(List<CodeRecord> records) {
    SqlText text = new SqlText(INSERT_CODES, records.size() * ROW);
    for (CodeRecord record : records) {
      text.row()
          .number(record.index())
          .time(record.firstAt())
          .province(record.firstProvince())
          .number(record.sessions())
          .time(record.openedAt())
          .number(record.openedClaims())
          .bytes(DeviceBytes.pack(record.devices()))
          .end();
    }
    return text;
  }

  private static CodeRow row(ResultSet row) throws SQLException {
    LocalDateTime opened = row.getObject(5, LocalDateTime.class);
    return new CodeRow(
        row.getLong(1),
        row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getObject(3, Integer.class),
        row.getLong(4),
        opened == null ? null : opened.toInstant(ZoneOffset.UTC),
        row.getInt(6),
        row.getBytes(7),
        row.getInt(8));
  }

  private static <T> List<List<T>> chunks(Collection<T> all) {
    return all.stream().gather(Gatherers.windowFixed(CHUNK)).toList();
  }

  private static String marks(int count) {
    return "(?" + ",?".repeat(count - 1) + ")";
  }
}
