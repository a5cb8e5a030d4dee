package cn.zhenrong.scan;

import cn.zhenrong.problem.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What a rule saw, in words.
@Component
class SignalWords {
  private static final int MOST_NAMED = 5;
  private static final Words UNKNOWN = new Words("地区未知", "place not known");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private final CloneRuleBook book;

  SignalWords(CloneRuleBook book) {
    this.book = book;
  }

  Suspicion suspicion(SignalRow row) {
    return new Suspicion(
        row.codeIndex(),
        row.rule(),
        new Words(fact(row, Words::zh, "、", "等"), fact(row, Words::en, ", ", " and others")),
        row.firstAt(),
        row.lastAt(),
        row.hits(),
        ProvinceSet.of(row.provinces()),
        row.dismissedAt());
  }

  /// What is left to say when only the rule is known.
  Suspicion bare(CloneRule rule, CodeRecord code) {
    return new Suspicion(
        code.index(),
        rule,
        book.words(rule).name(),
        code.firstAt(),
        code.devices().isEmpty() ? code.firstAt() : code.devices().getFirst().lastAt(),
        1,
        List.of(),
        null);
  }

  private String fact(
      SignalRow row, Function<Words, String> language, String comma, String andOthers) {
    return language
        .apply(book.words(row.rule()).fact())
        .replace("{0}", Integer.toString(row.seen()))
        .replace("{1}", MINUTE.format(row.firstAt()))
        .replace("{2}", MINUTE.format(row.lastAt()))
        .replace("{3}", named(ProvinceSet.of(row.provinces()), language, comma, andOthers));
  }

  private static String named(
      List<Province> provinces, Function<Words, String> language, String comma, String andOthers) {
    if (provinces.isEmpty()) {
      return language.apply(UNKNOWN);
    }
    String names =
        provinces.stream()
            .limit(MOST_NAMED)
            .map(Province::words)
            .map(language)
            .collect(Collectors.joining(comma));
    return provinces.size() > MOST_NAMED ? names + andOthers : names;
  }
}
