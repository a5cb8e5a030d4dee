package cn.zhenrong.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One file of the journal, locked while it is open. Each group is its length (4 bytes), the
/// CRC-32C of its bytes (4) and the bytes.
final class JournalFile implements AutoCloseable {
  static final int HEADER = 8;
  private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
  private static final int LONGEST = 1 << 20;

  private final Path path;
  private final FileChannel channel;

  private JournalFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// What could be read of a file.
  ///
  /// @param damaged whether more was written than could be read; the torn end of a file whose
  ///   writer was killed is no damage, for nobody was promised it
  record Contents(List<byte[]> groups, boolean damaged) {}

  static JournalFile create(Path path) throws IOException {
    // It gets its name when it is locked: before that, another process could take it for left over.
    Path unnamed = path.resolveSibling(path.getFileName() + ".new");
    FileChannel channel =
        FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
    Files.move(unnamed, path, StandardCopyOption.ATOMIC_MOVE);
    Path folder = path.getParent();
    if (folder != null) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
    return new JournalFile(path, channel);
  }

  /// Opens a file to be applied; empty if somebody uses it or has just applied it.
  static Optional<JournalFile> open(Path path) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new JournalFile(path, channel));
  }

  Path path() {
    return path;
  }

  /// Appends a group and syncs.
  ///
  /// @return the length of the file now
  long append(byte[] group) throws IOException {
    ByteBuffer buffer =
        ByteBuffer.allocate(HEADER + group.length)
            .putInt(group.length)
            .putInt(checksum(group))
            .put(group)
            .flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(false);
    return channel.position();
  }

  Contents read() throws IOException {
    ByteBuffer buffer = whole();
    List<byte[]> groups = new ArrayList<>();
    boolean damaged = false;
    while (buffer.remaining() >= HEADER) {
      int length = buffer.getInt();
      int checksum = buffer.getInt();
      if (length == 0 && checksum == 0) {
        // What a power cut leaves of a file that was made longer before it was written.
        return new Contents(groups, damaged);
      }
      if (length < 0 || length > LONGEST) {
        return new Contents(groups, true);
      }
      if (length > buffer.remaining()) {
        break;
      }
      byte[] group = new byte[length];
      buffer.get(group);
      if (checksum(group) == checksum) {
        groups.add(group);
      } else {
        damaged |= buffer.hasRemaining();
      }
    }
    return new Contents(groups, damaged);
  }

  /// Through the channel that holds the lock: closing another one would give the lock away.
  private ByteBuffer whole() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    channel.position(0);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      continue;
    }
    return bytes.flip();
  }

  /// Takes the file away when it was applied. One that is damaged stays beside, under another name,
  /// for a person to look at.
  void remove(boolean damaged) throws IOException {
    if (damaged) {
      Path kept = path.resolveSibling(path.getFileName() + ".damaged");
      Files.move(path, kept);
      LOG.error("the journal file {} is damaged: what could be read of it was applied", kept);
    } else {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("could not close {}: {}", path, e.toString());
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
