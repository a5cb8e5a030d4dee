package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final byte[] FIRST = {1, 2, 3};
  private static final byte[] SECOND = new byte[300];
  private static final byte[] THIRD = {9};

  @TempDir Path folder;
  private final AtomicInteger files = new AtomicInteger();

  @Test
  void givesBackWhatWasAppendedInOrder() throws IOException {
    try (Journal journal = journal(10_000)) {
      fill(journal);
      assertThat(journal.bytes()).isEqualTo(3 * 8 + 3 + 300 + 1);
      assertThat(journal.ended()).as("still appended to").isEmpty();
      journal.roll();
      assertThat(journal.append(THIRD)).isTrue();
      journal.roll();

      assertThat(read(journal)).containsExactly(FIRST, SECOND, THIRD, THIRD);
      journal.measure();
      assertThat(journal.bytes()).isZero();
      assertThat(left()).isEmpty();
    }
  }

  @Test
  void toleratesTheTornEndOfAWriterThatWasKilled() throws IOException {
    for (int torn = 1; torn < 8 + THIRD.length; torn++) {
      Path file = filled();
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length - torn));
      try (Journal journal = journal(10_000)) {
        assertThat(read(journal)).containsExactly(FIRST, SECOND);
        assertThat(left()).as("nothing was promised, so nothing is kept").isEmpty();
      }
    }
  }

  @Test
  void skipsADamagedGroupAndKeepsTheFileForAPerson() throws IOException {
    Path file = filled();
    byte[] whole = Files.readAllBytes(file);
    whole[8 + FIRST.length + 8 + 100] ^= 1;
    Files.write(file, whole);
    try (Journal journal = journal(10_000)) {
      assertThat(read(journal)).containsExactly(FIRST, THIRD);
      assertThat(left()).containsExactly(file.getFileName() + ".damaged");
      assertThat(journal.ended()).as("it is not applied again and again").isEmpty();
    }
  }

  @Test
  void keepsAFileWhoseLengthsMakeNoSense() throws IOException {
    Path file = filled();
    byte[] whole = Files.readAllBytes(file);
    whole[8 + FIRST.length] = 0x7F;
    Files.write(file, whole);
    try (Journal journal = journal(10_000)) {
      assertThat(read(journal)).containsExactly(FIRST);
      assertThat(left()).containsExactly(file.getFileName() + ".damaged");
    }
  }

  @Test
  void takesNoMoreThanItMayAndMoreWhenItWasApplied() throws IOException {
    try (Journal journal = journal(8 + 3 + 8 + 300)) {
      assertThat(journal.append(FIRST)).isTrue();
      assertThat(journal.append(SECOND)).isTrue();
      assertThat(journal.append(THIRD)).isFalse();
      journal.roll();
      assertThat(read(journal)).containsExactly(FIRST, SECOND);
      journal.measure();
      assertThat(journal.append(THIRD)).isTrue();
    }
  }

  @Test
  void countsWhatAnEarlierProcessLeft() throws IOException {
    filled();
    try (Journal journal = journal(10_000)) {
      assertThat(journal.bytes()).isEqualTo(3 * 8 + 3 + 300 + 1);
    }
  }

  @Test
  void leavesAFileAloneThatSomebodyAppendsTo() throws IOException {
    try (Journal one = journal(10_000);
        Journal other = journal(10_000)) {
      assertThat(one.append(FIRST)).isTrue();
      assertThat(other.ended()).hasSize(1);
      assertThat(JournalFile.open(other.ended().getFirst())).isEmpty();
      one.roll();
      assertThat(read(other)).containsExactly(FIRST);
    }
  }

  @Test
  void saysNoWhenTheDiskDoes() throws IOException {
    try (Journal journal = journal(10_000)) {
      Files.delete(folder);
      assertThat(journal.append(FIRST)).isFalse();
      Files.createDirectory(folder);
      assertThat(journal.append(SECOND)).isTrue();
      journal.roll();
      assertThat(read(journal)).containsExactly(SECOND);
    }
  }

  private Journal journal(long most) throws IOException {
    return new Journal(folder, most, () -> "file-" + (char) ('a' + files.getAndIncrement()));
  }

  private static void fill(Journal journal) {
    for (byte[] group : List.of(FIRST, SECOND, THIRD)) {
      assertThat(journal.append(group)).isTrue();
    }
  }

  /// A file with all three, as an earlier process left it.
  private Path filled() throws IOException {
    try (Journal journal = journal(10_000)) {
      fill(journal);
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.findFirst().orElseThrow();
    }
  }

  private static List<byte[]> read(Journal journal) throws IOException {
    List<byte[]> groups = new ArrayList<>();
    for (Path path : journal.ended()) {
      try (JournalFile file = JournalFile.open(path).orElseThrow()) {
        JournalFile.Contents contents = file.read();
        groups.addAll(contents.groups());
        file.remove(contents.damaged());
      }
    }
    return groups;
  }

  private List<String> left() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }
}
