package cn.zhenrong.testing;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Message;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes down what a thread sends to the database, one entry a round trip, and what threads that
/// read for the public send meanwhile. The driver makes one of these for each connection, because
/// `ServiceTest` names it in the connection's settings.
public final class Trips implements QueryInterceptor {
  private static final ThreadLocal<@Nullable List<String>> NOTES = new ThreadLocal<>();
  private static volatile @Nullable List<String> loading;
  private static final int COM_QUERY = 3;
  private static final int COM_STMT_PREPARE = 22;
  private static final int COM_STMT_EXECUTE = 23;

  private String prepared = "";

  /// What some work sent, in order: the words of a statement on one line, `prepare` and `execute`
  /// before those of prepared statements.
  public static List<String> of(Runnable work) {
    List<String> notes = Collections.synchronizedList(new ArrayList<>());
    NOTES.set(notes);
    loading = notes;
    try {
      work.run();
    } finally {
      NOTES.remove();
      loading = null;
    }
    return notes;
  }

  /// `redis.Loads` names its threads so.
  private static @Nullable List<String> notes() {
    return Thread.currentThread().getName().equals("load") ? loading : NOTES.get();
  }

  @Override
  public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
    return this;
  }

  @Override
  public <T extends @Nullable Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
    if (notes() != null && sql != null) {
      prepared = String.valueOf(sql.get());
    }
    return null;
  }

  @Override
  public <M extends @Nullable Message> @Nullable M preProcess(M packet) {
    List<String> notes = notes();
    if (notes != null && packet != null) {
      notes.add(words(packet.getByteBuffer(), packet.getPosition()));
    }
    return null;
  }

  private String words(byte[] bytes, int end) {
    String text = new String(bytes, 1, end - 1, StandardCharsets.UTF_8);
    return switch (bytes[0]) {
      case COM_QUERY -> oneLine(text);
      case COM_STMT_PREPARE -> "prepare " + oneLine(text);
      case COM_STMT_EXECUTE -> "execute " + oneLine(prepared);
      default -> "command " + bytes[0];
    };
  }

  private static String oneLine(String sql) {
    return sql.replaceAll("[\\s\\x00]+", " ").strip();
  }

  @Override
  public boolean executeTopLevelOnly() {
    return false;
  }

  @Override
  public void destroy() {}

  @Override
  public <T extends @Nullable Resultset> @Nullable T postProcess(
      Supplier<String> sql, Query query, @Nullable T result, ServerSession session) {
    return result;
  }
}
