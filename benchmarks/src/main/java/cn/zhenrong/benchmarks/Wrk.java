package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Loads a service from one core with `wrk`: one thread, a few dozen connections that stay open,
/// each sending its next request when it has the answer to the last.
///
/// @param port of the service on this machine
/// @param script what `wrk` runs
record Wrk(int port, Path script) {
  static final int CONNECTIONS = 32;

  /// The core the load comes from; the service has the other.
  static final String CORE = "1";

  /// Who is at home on this machine is not limited, so this one is not; the demo believes its
  /// proxy.
  private static final String STRANGER = "203.0.113.7";

  private static final Pattern RESULT =
      Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

  /// @param perSecond answers
  /// @param p50 milliseconds until the answer, for half of them
  /// @param refused answers that were neither 2xx nor 3xx
  record Run(double perSecond, double p50, double p99, double p999, long answers, long refused) {}

  static Wrk at(int port, Path folder) throws IOException {
    Path script = folder.resolve("requests.lua");
    try (InputStream in = Objects.requireNonNull(Wrk.class.getResourceAsStream("requests.lua"))) {
      Files.write(script, in.readAllBytes());
    }
    return new Wrk(port, script);
  }

  /// @param paths a file with one path a line
  /// @param headers what each request is sent with, `name: value`
  /// @throws IllegalStateException if a connection failed: then nothing was measured
  Run run(Path paths, int seconds, List<String> headers) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "taskset",
                "-c",
                CORE,
                "wrk",
                "-t1",
                "-c" + CONNECTIONS,
                "-d" + seconds + "s",
                "--timeout",
                "5s",
                "-H",
                "X-Forwarded-For: " + STRANGER));
    headers.forEach(header -> command.addAll(List.of("-H", header)));
    command.addAll(
        List.of("-s", script.toString(), "http://127.0.0.1:" + port, "--", paths.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return read(said);
  }

  static Run read(String said) {
    Matcher found = RESULT.matcher(said);
    if (!found.find()) {
      throw new IllegalStateException("wrk said: " + said);
    }
    long[] n = new long[7];
    for (int i = 0; i < n.length; i++) {
      n[i] = Long.parseLong(found.group(i + 1));
    }
    if (n[5] > 0) {
      throw new IllegalStateException(n[5] + " connections failed");
    }
    return new Run(n[0] * 1e6 / n[1], n[2] / 1e3, n[3] / 1e3, n[4] / 1e3, n[0], n[6]);
  }
}
