package cn.zhenrong.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/// Breaks Chinese text mixed with Latin into lines: at spaces if it can, else between characters,
/// but never inside a number or Latin word that fits on a line, and never so that a line begins
/// with closing punctuation or ends with an opening bracket.
final class LineBreaker {
  private static final Pattern CLUSTER =
      Pattern.compile("[（《“]*(?:[!-\u2E7F]+|[^（《“])[，。；：、）》”！？％]*|.");

  private final double width;
  private final ToDoubleFunction<String> measure;
  private final List<String> lines = new ArrayList<>();
  private String line = "";

  private LineBreaker(double width, ToDoubleFunction<String> measure) {
    this.width = width;
    this.measure = measure;
  }

  /// The lines of `text`, none wider than `width` unless a single character is.
  static List<String> lines(String text, double width, ToDoubleFunction<String> measure) {
    LineBreaker breaker = new LineBreaker(width, measure);
    for (String word : text.strip().split("\\s+")) {
      breaker.addWord(word);
    }
    breaker.endLine();
    return breaker.lines;
  }

  private void addWord(String word) {
    String joined = line.isEmpty() ? word : line + " " + word;
    if (fits(joined)) {
      line = joined;
      return;
    }
    if (fits(word)) {
      endLine();
      line = word;
      return;
    }
    line = line.isEmpty() ? "" : line + " ";
    CLUSTER.matcher(word).results().forEach(cluster -> add(cluster.group()));
  }

  /// Adds a piece that should stay whole.
  private void add(String cluster) {
    if (fits(line + cluster)) {
      line += cluster;
      return;
    }
    if (fits(cluster)) {
      endLine();
      line = cluster;
      return;
    }
    cluster.codePoints().forEach(c -> addCharacter(Character.toString(c)));
  }

  private void addCharacter(String character) {
    if (!fits(line + character)) {
      endLine();
    }
    line += character;
  }

  private void endLine() {
    if (!line.isBlank()) {
      lines.add(line.strip());
    }
    line = "";
  }

  private boolean fits(String text) {
    return measure.applyAsDouble(text) <= width;
  }
}
