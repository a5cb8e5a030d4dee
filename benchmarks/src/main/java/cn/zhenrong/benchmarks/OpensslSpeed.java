package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The signing speed that `openssl speed` tells of Ed25519, with one process per core.
///
/// Without `-elapsed` it divides by processor time, which on a busy machine is less than what has
/// passed; JMH's clock is the wall's, so this asks for the same.
final class OpensslSpeed {
  private static final Pattern LINE =
      Pattern.compile("(?m)^.*Ed25519\\).*s\\s+([0-9.]+)\\s+[0-9.]+\\s*$");

  private OpensslSpeed() {}

  static List<String> command(int processes, int seconds) {
    return List.of(
        "openssl",
        "speed",
        "-elapsed",
        "-multi",
        Integer.toString(processes),
        "-seconds",
        Integer.toString(seconds),
        "ed25519");
  }

  /// Signatures per second; empty where the program is missing or says something else.
  static OptionalDouble measure(int processes, int seconds) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command(processes, seconds))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return read(said);
    } catch (IOException missing) {
      System.err.println("openssl is not here; its ratio is left out: " + missing.getMessage());
      return OptionalDouble.empty();
    }
  }

  static OptionalDouble read(String said) {
    Matcher line = LINE.matcher(said);
    return line.find()
        ? OptionalDouble.of(Double.parseDouble(line.group(1)))
        : OptionalDouble.empty();
  }
}
