package cn.zhenrong.benchmarks;

import cn.zhenrong.code.Serial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Whose codes are asked for: draws from the codes that were issued, the k-th most wanted of them
/// 1/k times as often as the first (Zipf), and serials that nobody issued. The same every time.
final class LookupLoad {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int DRAWS = 200_000;
  private static final int JUNK = 50_000;

  private final SplittableRandom random = new SplittableRandom(7);
  private final List<String> drawn = new ArrayList<>();
  private final List<String> junk = new ArrayList<>();

  /// @param codes paths as on the labels
  LookupLoad(List<String> codes) {
    double[] until = new double[codes.size()];
    double sum = 0;
    for (int k = 0; k < until.length; k++) {
      sum += 1.0 / (k + 1);
      until[k] = sum;
    }
    int[] order = shuffled(codes.size());
    for (int i = 0; i < DRAWS; i++) {
      int rank = Arrays.binarySearch(until, random.nextDouble() * sum);
      drawn.add(codes.get(order[Math.min(rank < 0 ? -rank - 1 : rank, order.length - 1)]));
    }
    for (int i = 0; i < JUNK; i++) {
      junk.add(junk(i % 2 == 0));
    }
  }

  /// Writes the paths of one measurement.
  void write(LookupMeasurement measurement, Path file) throws IOException {
    Files.write(file, (Iterable<String>) paths(measurement)::iterator);
  }

  private Stream<String> paths(LookupMeasurement measurement) {
    UnaryOperator<String> bySerial =
        code -> measurement.path() + code.substring(code.lastIndexOf('/') + 1);
    return switch (measurement) {
      case RAW, MVC -> Stream.of(measurement.path());
      case REAL, ROW, PAGE, PACKED -> drawn.stream().map(bySerial);
      case JUNK -> junk.stream().map(bySerial);
      case RESOLVED, LINKSET -> drawn.stream();
    };
  }

  /// @param wellFormed whether the check symbol is right
  private String junk(boolean wellFormed) {
    StringBuilder body = new StringBuilder("0");
    for (int i = 0; i < 14; i++) {
      body.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
    }
    return SYMBOLS
        .chars()
        .mapToObj(symbol -> body.toString() + (char) symbol)
        .filter(text -> Serial.read(text).isPresent() == wellFormed)
        .findFirst()
        .orElseThrow();
  }

  private int[] shuffled(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
