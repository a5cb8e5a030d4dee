package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How many bytes the service's tables take, read from the table spaces of a server that was
/// stopped: pages that hold rows, indexes or long values.
///
/// What the running server tells counts whole extents of a mebibyte as soon as one page of them is
/// used, and files grow in larger steps still; pages are exact to 16 KB a table.
final class TablePages {
  static final int PAGE = 16_384;

  private static final int TYPE_OFFSET = 24;
  private static final int INDEX = 17_855;
  private static final int BLOB = 10;

  private TablePages() {}

  /// @param folder somewhere above the data folder of the server
  static long bytes(Path folder) throws IOException {
    long pages = 0;
    for (Path file : spaces(folder)) {
      pages += pages(file);
    }
    return pages * PAGE;
  }

  private static List<Path> spaces(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> spaces =
          files
              .filter(file -> file.toString().endsWith(".ibd"))
              .filter(file -> file.getName(file.getNameCount() - 2).endsWith("zhenrong"))
              .toList();
      if (spaces.isEmpty()) {
        throw new IOException("no table spaces below " + folder);
      }
      return spaces;
    }
  }

  private static long pages(Path file) throws IOException {
    long used = 0;
    try (RandomAccessFile space = new RandomAccessFile(file.toFile(), "r")) {
      for (long page = 0; page < space.length() / PAGE; page++) {
        space.seek(page * PAGE + TYPE_OFFSET);
        int type = space.readUnsignedShort();
        used += type == INDEX || type == BLOB ? 1 : 0;
      }
    }
    return used;
  }
}
