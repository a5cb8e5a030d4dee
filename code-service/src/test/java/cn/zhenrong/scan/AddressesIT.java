package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Form;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Nonce;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import cn.zhenrong.testing.ServiceTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// The addresses of shoppers reach no table, whatever they send: after scans, claims and reports,
/// every column of every table is searched for them.
@ServiceTest
@TestPropertySource(properties = "zhenrong.trusted-proxy=127.0.0.1")
class AddressesIT {
  private static final List<String> ADDRESSES =
      List.of("198.51.100.237", "2001:db8:5ca:77::c0de:ed");

  /// How they, or parts nobody else's number has, may be written.
  private static final List<String> TEXTS =
      List.of(
          "198.51.100.237",
          "2001:db8:5ca:77:",
          "2001:0db8:05ca:0077:",
          "20010db805ca0077",
          "c63364ed",
          "c633:64ed");

  private static final List<byte[]> BYTES =
      List.of(
          bytes(0x2001_0db8_05ca_0077L, 0x0000_0000_c0de_00edL),
          ByteBuffer.allocate(6).putShort((short) -1).putInt(0xc633_64ed).array());

  private static final byte[] IN_FOUR_BYTES =
      ByteBuffer.allocate(Integer.BYTES).putInt(0xc633_64ed).array();
  private static final List<Long> NUMBERS = List.of(0xc633_64edL, (long) 0xc633_64ed);
  private static final String WORDS = "领口标签与水洗唛不一致，请查";

  @Autowired Makers makers;
  @Autowired Verifications verifications;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  /// @param type of the column, as the server names it
  record Column(String table, String name, String type) {
    boolean isNumber() {
      return type.endsWith("int") || type.equals("decimal") || type.equals("double");
    }

    boolean isTime() {
      return type.equals("date") || type.startsWith("datetime") || type.equals("timestamp");
    }
  }

  @Test
  void areInNoColumnOfAnyTable() {
    Row row = Papers.of(makers.maker().api(port)).issue("compact", 2).rows().getFirst();
    for (String address : ADDRESSES) {
      shop(row, address);
    }
    List<Column> columns = columns();
    assertThat(columns).hasSizeGreaterThan(300);
    for (String address : ADDRESSES) {
      byte[] device = verifications.device(new Sender(address, "Phone", null)).key();
      Column where = new Column("scan_event", "device", "binary");
      Patience.until("visit and claim are counted", () -> count(where, (Object) device) == 2);
      // The search finds what is there, as bytes and as text.
      assertThat(found(columns, List.of(device)))
          .containsExactlyInAnyOrder("scan_event.device", "scanned_code.devices");
    }
    assertThat(found(columns, List.of(WORDS.getBytes(StandardCharsets.UTF_8)))).hasSize(1);

    List<byte[]> written = new ArrayList<>(BYTES);
    TEXTS.forEach(text -> written.add(text.getBytes(StandardCharsets.US_ASCII)));
    assertThat(found(columns, written)).isEmpty();
    assertThat(columns.stream().filter(Column::isNumber))
        .allSatisfy(column -> assertThat(numbers(column)).as(column.toString()).isZero());
    // Four bytes meet by chance where a digest is. A column they are written to has them twice.
    assertThat(columns)
        .allSatisfy(
            column -> assertThat(count(column, IN_FOUR_BYTES)).as(column.toString()).isLessThan(2));
  }

  /// Reads the page, is counted, says that the package was just opened, reports a problem and takes
  /// a number for what was opened.
  private void shop(Row row, String address) {
    Http http = Http.to(port).with("X-Forwarded-For", address).with("User-Agent", "Phone");
    Api shopper = new Api(http);
    String nonce = Nonce.of(shopper.get("/scan/" + row.serial()));
    assertThat(shopper.post("/scans", Nonce.beacon(nonce)).status()).isEqualTo(204);
    String opened = Nonce.beacon(nonce).replace("false", "true");
    assertThat(shopper.post("/scans", opened).status()).isEqualTo(204);
    for (String form : List.of("problem", "opened")) {
      String path = "/scan/" + row.serial() + "/" + form;
      Form filled = new Form().with("kind", "TAG").with("words", WORDS);
      assertThat(filled.post(http, path).status()).isEqualTo(303);
    }
  }

  private List<Column> columns() {
    return jdbc.sql(
            """
            SELECT c.table_name, c.column_name, LOWER(c.data_type)
            FROM information_schema.columns c
            JOIN information_schema.tables t
              ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
            ORDER BY 1, 2
            """)
        .query((row, _) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private List<String> found(List<Column> columns, List<byte[]> wanted) {
    return columns.stream()
        .filter(column -> count(column, wanted.toArray()) > 0)
        .map(column -> column.table() + "." + column.name())
        .toList();
  }

  /// Rows that hold any of them. Text without regard to case, everything else as bytes.
  private long count(Column column, Object... wanted) {
    if (column.isNumber() || column.isTime()) {
      return 0;
    }
    String name = "`" + column.name() + "`";
    String value =
        Stream.of("char", "text", "enum", "json").anyMatch(column.type()::contains)
            ? "CAST(LOWER(CONVERT(" + name + " USING utf8mb4)) AS BINARY)"
            : name;
    String holds = "LOCATE(?, " + value + ") > 0";
    return rows(column, holds + (" OR " + holds).repeat(wanted.length - 1), wanted);
  }

  private long numbers(Column column) {
    String name = "`" + column.name() + "`";
    return rows(column, name + " = ? OR " + name + " = ?", NUMBERS.toArray());
  }

  private long rows(Column column, String where, Object... wanted) {
    String statement = "SELECT COUNT(*) FROM `" + column.table() + "` WHERE " + where;
    Long count = jdbc.sql(statement).params(wanted).query(Long.class).single();
    return count == null ? -1 : count;
  }

  private static byte[] bytes(long high, long low) {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
  }
}
