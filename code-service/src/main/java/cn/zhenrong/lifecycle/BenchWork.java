package cn.zhenrong.lifecycle;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The work a bench does, by the last word of its path.
enum BenchWork {
  ACTIVATIONS(Move.ACTIVATE, "activated"),
  SPOILAGES(Move.SPOIL, "spoiled"),
  SHIPMENTS(Move.SHIP, "shipped"),
  RETURNS(Move.RETURN, "returned"),
  SAMPLES(Move.SAMPLE, "sampled"),
  DISPLAYS(Move.DISPLAY, "displayed");

  private final Move move;
  private final String done;

  BenchWork(Move move, String done) {
    this.move = move;
    this.done = done;
  }

  /// @throws IllegalArgumentException for a path that is mapped but names none of these
  static BenchWork of(HttpServletRequest request) {
    String path = request.getRequestURI();
    return valueOf(path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT));
  }

  Move move() {
    return move;
  }

  /// The answer: how many moved, and what did not.
  Map<String, Object> done(Bench.Done outcome) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(done, outcome.moved());
    answer.put("refused", outcome.refused());
    if (outcome.more()) {
      answer.put("more", true);
    }
    return answer;
  }
}
