package cn.zhenrong.scan;

import cn.zhenrong.problem.CannotStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The operator's table of networks: a line `prefix,province` each, `#` begins a remark. Read at
/// the start and whenever the file changes. A file with a wrong line is not taken: a service that
/// runs goes on with the table it has.
@Component
class Networks {
  private static final Logger LOG = LoggerFactory.getLogger(Networks.class);
  private static final String CLASS_PATH = "classpath:";
  private static final int MOST_NAMED = 10;
  private static final int MOST_LINES = 5_000_000;

  private final @Nullable Resource file;
  private volatile NetworkTable table = NetworkTable.EMPTY;
  private @Nullable Stamp read;

  /// @throws CannotStart if there is to be a table, and it cannot be read
  Networks(ScanSettings settings) {
    this.file = file(settings.networks());
    Resource given = file;
    if (given != null) {
      try {
        read = stamp(given);
        table = read(given);
      } catch (IOException e) {
        throw new CannotStart(
            "The table of networks cannot be used: " + e.getMessage(),
            "Correct the file zhenrong.scan.networks names, or leave the setting out.");
      }
    }
  }

  /// What tells one state of the file from the next.
  private record Stamp(long modified, long length) {}

  /// The province of an address; null if it is in no known network.
  @Nullable Province province(String address) {
    return Address.of(address).map(table::province).orElse(null);
  }

  @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
  synchronized void readAgain() {
    if (file == null) {
      return;
    }
    try {
      Stamp now = stamp(file);
      if (!now.equals(read)) {
        read = now;
        table = read(file);
        LOG.info("networks: read again, {} ranges", table.size());
      }
    } catch (IOException e) {
      LOG.warn("networks: the former table stays: {}", e.getMessage());
    }
  }

  private static @Nullable Resource file(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    return name.startsWith(CLASS_PATH)
        ? new ClassPathResource(name.substring(CLASS_PATH.length()))
        : new FileSystemResource(Path.of(name));
  }

  private static Stamp stamp(Resource file) throws IOException {
    return new Stamp(file.lastModified(), file.contentLength());
  }

  private static NetworkTable read(Resource file) throws IOException {
    List<NetworkPrefix> prefixes = new ArrayList<>();
    Set<Prefix> seen = new HashSet<>();
    List<Integer> wrong = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = line.split("#", 2)[0].strip();
        if (text.isEmpty()) {
          continue;
        }
        NetworkPrefix prefix = NetworkPrefix.of(text).orElse(null);
        if (prefix == null || !seen.add(new Prefix(prefix.first(), prefix.length()))) {
          wrong.add(number);
        } else {
          prefixes.add(prefix);
        }
        if (wrong.size() == MOST_NAMED) {
          break;
        }
        if (number > MOST_LINES) {
          throw new IOException(file.getDescription() + " has more than " + MOST_LINES + " lines");
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new IOException(file.getDescription() + ", wrong or repeated lines " + wrong);
    }
    return NetworkTable.of(prefixes);
  }

  private record Prefix(Address first, int length) {}
}
