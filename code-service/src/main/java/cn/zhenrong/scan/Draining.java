package cn.zhenrong.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Brings scans from the journal to MySQL, those too that an instance left behind which is gone.
@Component
class Draining {
  private static final Logger LOG = LoggerFactory.getLogger(Draining.class);
  private static final int GROUPS = 48;
  private static final long LOOK_NANOS = Duration.ofSeconds(10).toNanos();

  private final Journal journal;
  private final Applying applying;
  private long lookedAt = System.nanoTime() - LOOK_NANOS;

  Draining(Journal journal, Applying applying) {
    this.journal = journal;
    this.applying = applying;
  }

  /// Applies the files there are. Called by one thread only.
  ///
  /// @return whether any was applied
  /// @throws org.springframework.dao.DataAccessException if MySQL is away; the files stay
  boolean drain() {
    boolean look = System.nanoTime() - lookedAt >= LOOK_NANOS;
    if (journal.bytes() == 0 && !look) {
      return false;
    }
    lookedAt = System.nanoTime();
    try {
      boolean any = all();
      if (!any) {
        // Others on this folder have files there too, in use: they must not keep ours from ending.
        journal.roll();
        any = all();
      }
      journal.measure();
      return any;
    } catch (IOException e) {
      LOG.error("the journal cannot be read: {}", e.toString());
      return false;
    }
  }

  private boolean all() throws IOException {
    boolean any = false;
    for (Path file : journal.ended()) {
      any |= applied(file);
    }
    return any;
  }

  /// A file that cannot be read must not stop those behind it.
  private boolean applied(Path path) {
    try {
      return apply(path);
    } catch (IOException e) {
      LOG.error("the journal file {} cannot be read: {}", path, e.toString());
      return false;
    }
  }

  private boolean apply(Path path) throws IOException {
    JournalFile file = JournalFile.open(path).orElse(null);
    if (file == null) {
      return false;
    }
    try (file) {
      JournalFile.Contents contents = file.read();
      for (int from = 0; from < contents.groups().size(); from += GROUPS) {
        int to = Math.min(from + GROUPS, contents.groups().size());
        applying.applyPacked(contents.groups().subList(from, to));
      }
      file.remove(contents.damaged());
      return true;
    }
  }
}
