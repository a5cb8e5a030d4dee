package cn.zhenrong.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with places `{0}` to `{9}`, read once and filled often: the public answer of every code
/// is made of these, so filling one must cost next to nothing.
///
/// It reads the subset of `java.text.MessageFormat` that our texts use, which have no quotes and no
/// formats. Arguments are put in as they are.
final class Phrase {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /// What stands before each place, and after the last.
  private final List<String> literals;

  private final List<Integer> places;

  private Phrase(List<String> literals, List<Integer> places) {
    this.literals = List.copyOf(literals);
    this.places = List.copyOf(places);
  }

  static Phrase of(String pattern) {
    List<String> literals = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Matcher matcher = PLACE.matcher(pattern);
    int end = 0;
    for (MatchResult place : matcher.results().toList()) {
      literals.add(pattern.substring(end, place.start()));
      places.add(Integer.valueOf(place.group(1)));
      end = place.end();
    }
    literals.add(pattern.substring(end));
    return new Phrase(literals, places);
  }

  /// Whether it has no place to fill.
  boolean isFixed() {
    return places.isEmpty();
  }

  /// The places it fills, in the order of the text.
  List<Integer> places() {
    return places;
  }

  String with(Object... arguments) {
    if (isFixed()) {
      return literals.getFirst();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < places.size(); i++) {
      text.append(literals.get(i)).append(arguments[places.get(i)]);
    }
    return text.append(literals.getLast()).toString();
  }
}
