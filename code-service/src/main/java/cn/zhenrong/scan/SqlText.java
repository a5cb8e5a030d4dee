package cn.zhenrong.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// The text of a statement of hundreds of rows, written out with its values. They are numbers,
/// times and bytes only, so there is nothing to quote; a parameter each costs the driver several
/// objects and more time than all the rest of a scan (docs/decisions/0097).
final class SqlText {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private final StringBuilder text;
  private char before = ' ';

  SqlText(String words, int capacity) {
    this.text = new StringBuilder(capacity).append(words);
  }

  /// Begins a row.
  SqlText row() {
    text.append(before);
    before = '(';
    return this;
  }

  /// Ends it.
  SqlText end() {
    text.append(')');
    before = ',';
    return this;
  }

  SqlText number(long value) {
    next().append(value);
    return this;
  }

  SqlText bytes(byte[] value) {
    next().append("x'");
    for (byte b : value) {
      text.append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
    }
    text.append('\'');
    return this;
  }

  SqlText province(@Nullable Province value) {
    next();
    if (value == null) {
      text.append("NULL");
    } else {
      text.append(value.code());
    }
    return this;
  }

  SqlText day(LocalDate value) {
    next().append('\'').append(value).append('\'');
    return this;
  }

  /// In UTC, to the millisecond.
  SqlText time(@Nullable Instant value) {
    next();
    if (value == null) {
      text.append("NULL");
    } else {
      LocalDateTime time = LocalDateTime.ofInstant(value, ZoneOffset.UTC);
      text.append('\'').append(time.toLocalDate()).append(' ').append(time.toLocalTime());
      text.append('\'');
    }
    return this;
  }

  SqlText words(String words) {
    text.append(words);
    return this;
  }

  /// Numbers in brackets; at least one.
  SqlText in(Collection<Long> numbers) {
    Iterator<Long> each = numbers.iterator();
    text.append('(').append(each.next().longValue());
    each.forEachRemaining(number -> text.append(',').append(number.longValue()));
    text.append(')');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private StringBuilder next() {
    text.append(before);
    before = ',';
    return text;
  }
}
