package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the numbers were measured on, without names of hosts or places.
final class Machine {
  private static final Path CPU = Path.of("/proc/cpuinfo");

  private Machine() {}

  static Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cpu", cpu());
    json.put("cores", Runtime.getRuntime().availableProcessors());
    json.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
    json.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return json;
  }

  /// Processes that want a core, averaged over a minute, before the measurement adds its own.
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String cpu() {
    if (!Files.isReadable(CPU)) {
      return "unknown";
    }
    try {
      return model(Files.readAllLines(CPU));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String model(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
