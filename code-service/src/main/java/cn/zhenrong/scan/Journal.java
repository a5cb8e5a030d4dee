package cn.zhenrong.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where scans wait on this machine while Redis cannot take them: files in a folder, each appended
/// to by one instance only and synced before a word is said. Bounded.
///
/// A file in use is locked, so instances may share the folder, and one that is not locked was left
/// by somebody who is gone: whoever finds it applies it.
final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final String SUFFIX = ".scans";
  private static final long MOST_IN_FILE = 8L << 20;

  private final Path folder;
  private final long most;
  private final Supplier<String> names;
  private final AtomicLong bytes = new AtomicLong();
  private @Nullable JournalFile current;

  /// @param folder created if it is not there
  /// @param most bytes that may wait
  /// @param names of new files, never the same twice, later ones sorting behind earlier ones
  /// @throws IOException if the folder cannot be made or read
  Journal(Path folder, long most, Supplier<String> names) throws IOException {
    this.folder = folder;
    this.most = most;
    this.names = names;
    Files.createDirectories(folder);
    measure();
  }

  /// Appends one group and has it on the disk when it returns.
  ///
  /// @return false if the journal is full, or the disk refuses
  synchronized boolean append(byte[] group) {
    if (bytes.get() + JournalFile.HEADER + group.length > most) {
      return false;
    }
    try {
      if (current == null) {
        current = JournalFile.create(folder.resolve(names.get() + SUFFIX));
      }
      long length = current.append(group);
      bytes.addAndGet(JournalFile.HEADER + group.length);
      if (length >= MOST_IN_FILE) {
        roll();
      }
      return true;
    } catch (IOException e) {
      // What is in the file now nobody was promised; the next group begins a new one.
      LOG.error("the journal {} takes nothing: {}", folder, e.toString());
      roll();
      return false;
    }
  }

  /// Ends the file that is appended to, so that it can be applied.
  synchronized void roll() {
    JournalFile ended = current;
    current = null;
    if (ended != null) {
      ended.close();
    }
  }

  /// Files nobody of this instance appends to, the oldest first. Looked at while none can begin:
  /// whoever opens a file in use and closes it again takes its lock away from the whole process.
  synchronized List<Path> ended() throws IOException {
    Path inUse = current == null ? null : current.path();
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .filter(file -> !Objects.equals(file, inUse))
          .sorted()
          .toList();
    }
  }

  /// How much waits here.
  long bytes() {
    return bytes.get();
  }

  /// Looks how much really waits: other instances on this folder add and take away too.
  synchronized void measure() throws IOException {
    long sum = 0;
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        sum += file.toString().endsWith(SUFFIX) ? size(file) : 0;
      }
    }
    bytes.set(sum);
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  @Override
  public void close() {
    roll();
  }
}
