package cn.zhenrong.scan;

import cn.zhenrong.party.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What is read and written when a group of scans is applied: hundreds of rows in a statement, by
/// JDBC itself, because here a microsecond a row is the limit of the whole (decision 0071).
@Component
class ScanTables {
  private static final int TIME_OUT_SECONDS = 10;
  private static final int CHUNK = 512;
  private static final String COLUMNS =
      "code_index, first_at, first_province, sessions, opened_at, opened_claims, devices";
  private static final String INSERT_CODES = "INSERT INTO scanned_code (" + COLUMNS + ") VALUES ";

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
      int written =
          sql.update(
              "INSERT INTO scan_event (day, nonce, opened, code_index, device, province, at) VALUES "
                  + rows(some.size(), 7),
              statement -> {
                int at = 0;
                for (ScanEvent event : some) {
                  statement.setObject(++at, event.nonce().day());
                  statement.setBytes(++at, event.nonce().bytes());
                  statement.setBoolean(++at, event.opened());
                  statement.setLong(++at, event.index());
                  statement.setBytes(++at, event.device().key());
                  set(statement, ++at, event.province());
                  set(statement, ++at, event.at());
                }
              });
      Rows.exactly(some.size(), written);
    }
  }

  /// The records of those codes that have one, locked in the order of their indexes, so that two
  /// instances wait for one another instead of clashing.
  Map<Long, CodeRecord> locked(SortedSet<Long> indexes) {
    Map<Long, CodeRecord> found = new HashMap<>();
    for (List<Long> some : chunks(List.copyOf(indexes))) {
      sql.query(
          "SELECT "
              + COLUMNS
              + ", signals FROM scanned_code WHERE code_index IN "
              + marks(some.size())
              + " ORDER BY code_index FOR UPDATE",
          statement -> {
            for (int i = 0; i < some.size(); i++) {
              statement.setLong(i + 1, some.get(i));
            }
          },
          (ResultSet row) -> {
            found.put(row.getLong(1), row(row).record());
          });
    }
    return found;
  }

  /// @throws DuplicateKeyException if another instance was faster
  void insertCodes(List<CodeRecord> records) {
    for (List<CodeRecord> some : chunks(records)) {
      Rows.exactly(
          some.size(),
          sql.update(INSERT_CODES + rows(some.size(), 7), statement -> set(statement, some)));
    }
  }

  /// Writes records whose rows are locked.
  void updateCodes(List<CodeRecord> records) {
    for (List<CodeRecord> some : chunks(records)) {
      // The servers count a row 1 or 2, by whether anything in it changed.
      int written =
          sql.update(
              INSERT_CODES + rows(some.size(), 7) + OVERWRITE, statement -> set(statement, some));
      if (written < some.size()) {
        throw new IllegalStateException("wrote " + written + " of " + some.size() + " codes");
      }
    }
  }

  private static void set(PreparedStatement statement, List<CodeRecord> records)
      throws SQLException {
    int at = 0;
    for (CodeRecord record : records) {
      statement.setLong(++at, record.index());
      set(statement, ++at, record.firstAt());
      set(statement, ++at, record.firstProvince());
      statement.setLong(++at, record.sessions());
      set(statement, ++at, record.openedAt());
      statement.setInt(++at, record.openedClaims());
      statement.setBytes(++at, DeviceBytes.pack(record.devices()));
    }
  }

  private static void set(PreparedStatement statement, int at, @Nullable Province province)
      throws SQLException {
    if (province == null) {
      statement.setNull(at, Types.TINYINT);
    } else {
      statement.setInt(at, province.code());
    }
  }

  private static void set(PreparedStatement statement, int at, @Nullable Instant time)
      throws SQLException {
    statement.setObject(at, time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC));
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

  private static <T> Collection<List<T>> chunks(List<T> all) {
    return all.stream().gather(Gatherers.windowFixed(CHUNK)).toList();
  }

  private static String marks(int count) {
    return "(?" + ",?".repeat(count - 1) + ")";
  }

  private static String rows(int count, int columns) {
    String row = marks(columns);
    return row + ("," + row).repeat(count - 1);
  }
}
