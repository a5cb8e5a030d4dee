package cn.zhenrong.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as reports print them: 2026-10-08, 2026.10.8, 2026年10月8日, 二〇二六年十月八日.
final class ReportDates {
  private static final Pattern DIGITS =
      Pattern.compile("(20[0-9]{2})\\s*[-/.年]\\s*([0-9]{1,2})\\s*[-/.月]\\s*([0-9]{1,2})(?![0-9])");
  private static final Pattern WORDS =
      Pattern.compile(
          "([二][〇○零O0][〇○零O0一二三四五六七八九]{2})\\s*年\\s*([一二三四五六七八九十]{1,3})\\s*月\\s*([一二三四五六七八九十]{1,3})\\s*日");
  private static final String NUMERALS = "〇一二三四五六七八九";

  private ReportDates() {}

  /// The first date of a text, as ISO 8601.
  static Optional<String> find(String text) {
    Matcher digits = DIGITS.matcher(text);
    if (digits.find()) {
      return date(number(digits, 1), number(digits, 2), number(digits, 3));
    }
    Matcher words = WORDS.matcher(text);
    return words.find()
        ? date(year(words.group(1)), count(words.group(2)), count(words.group(3)))
        : Optional.empty();
  }

  private static Optional<String> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int year(String words) {
    return words
        .replaceAll("[○零O0]", "〇")
        .chars()
        .map(NUMERALS::indexOf)
        .reduce(0, (year, digit) -> year * 10 + digit);
  }

  /// 八 is 8, 十 10, 十二 12, 二十 20, 三十一 31.
  private static int count(String words) {
    int ten = words.indexOf('十');
    if (ten < 0) {
      return words.length() == 1 ? NUMERALS.indexOf(words) : 0;
    }
    int tens = ten == 0 ? 1 : NUMERALS.indexOf(words.charAt(0));
    int ones = ten == words.length() - 1 ? 0 : NUMERALS.indexOf(words.charAt(ten + 1));
    return tens * 10 + ones;
  }
}
