package cn.zhenrong.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as people read them on the page: China time, the same figures in both languages.
final class Dates {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private Dates() {}

  static String minute(Instant instant) {
    return MINUTE.format(instant);
  }
}
