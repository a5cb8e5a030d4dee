package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.lifecycle.CodeState;
import cn.zhenrong.problem.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The operator's own thresholds: in force for the rules they name, and refused if they could not
/// mean what they seem to say.
class CloneThresholdsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final BatchId BATCH = new BatchId(7);

  @TempDir Path folder;

  @Test
  void aRuleHitsAtTheOperatorsThresholdAndNoLongerAtTheShippedOne() throws IOException {
    assertThat(firstDeviceThatHits(new CloneRuleBook())).isEqualTo(16);
    assertThat(firstDeviceThatHits(own("TOO_MANY_DEVICES 3 - 72 - - -"))).isEqualTo(3);
    assertThat(firstDeviceThatHits(own("TOO_MANY_DEVICES 25 - 72 - - -"))).isEqualTo(25);
    assertThat(
            firstDeviceThatHits(
                own("TOO_MANY_DEVICES 25 - 72 - - -", "TOO_MANY_DEVICES 9 - 24 - - -")))
        .as("any of its lines")
        .isEqualTo(9);

    DeviceTrails trails = new DeviceTrails(own("ONE_DEVICE_MANY_CODES 3 - 24 - - -"), _ -> {});
    DeviceTrails.Notes notes = trails.notes();
    assertThat(notes.note(BATCH, visit(1).event(1))).isEmpty();
    assertThat(notes.note(BATCH, visit(1).event(2))).isEmpty();
    assertThat(notes.note(BATCH, visit(1).event(3))).hasSize(3);
  }

  @Test
  void aRuleTheFileDoesNotNameKeepsTheShippedThresholds() throws IOException {
    CloneRuleBook shipped = new CloneRuleBook();
    CloneRuleBook own = own("TWO_OPENINGS 3 - 48 90 - -");

    for (CloneRule rule : CloneRule.values()) {
      boolean isNamed = rule == CloneRule.TWO_OPENINGS;
      assertThat(own.isOwn(rule)).isEqualTo(isNamed);
      assertThat(shipped.isOwn(rule)).isFalse();
      assertThat(own.words(rule)).isEqualTo(shipped.words(rule));
      assertThat(own.thresholds(rule).equals(shipped.thresholds(rule))).isEqualTo(!isNamed);
    }
    assertThat(own.thresholds(CloneRule.TWO_OPENINGS))
        .extracting(CloneThreshold::count, line -> line.window().toHours(), CloneThreshold::speed)
        .containsExactly(tuple(3, 48L, 0));
  }

  @ParameterizedTest
  @EnumSource
  void theTableInTheJarIsAFileAnOperatorMayStartFrom(CloneRule rule) throws IOException {
    Path copy = folder.resolve("copy.tsv");
    try (InputStream in = CloneRule.class.getResourceAsStream(CloneRuleBook.THRESHOLDS)) {
      Files.copy(Objects.requireNonNull(in), copy);
    }
    CloneRuleBook own = new CloneRuleBook(copy);

    assertThat(own.isOwn(rule)).isTrue();
    assertThat(own.thresholds(rule)).isEqualTo(new CloneRuleBook().thresholds(rule));
  }

  @Test
  void aFileOfAnotherSystemIsRead() throws IOException {
    Path file = folder.resolve("thresholds.tsv");
    Files.writeString(file, "\uFEFFPROBING\t40\t-\t-\t-\t-\t-\r\n\r\n# 备注\r\n");

    assertThat(new CloneRuleBook(file).thresholds(CloneRule.PROBING))
        .singleElement()
        .extracting(CloneThreshold::count)
        .isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PROBING 20 - - | it is not 7 filled columns",
        "PROBING 20 - - - - - - | it is not 7 filled columns",
        "PROBING 20 -  - - - | it is not 7 filled columns",
        "GUESSING 20 - - - - - | the name of no rule",
        "probing 20 - - - - - | the name of no rule",
        "PROBING many - - - - - | column 2 (count) is no whole number from 2 to 100000",
        "PROBING -20 - - - - - | column 2 (count) is no whole number",
        "PROBING +20 - - - - - | column 2 (count) is no whole number",
        "PROBING 20.5 - - - - - | column 2 (count) is no whole number",
        "PROBING ２０ - - - - - | column 2 (count) is no whole number",
        "PROBING 0 - - - - - | column 2 (count) is no whole number",
        "PROBING 1 - - - - - | column 2 (count) is no whole number",
        "PROBING 100001 - - - - - | column 2 (count) is no whole number",
        "PROBING 99999999999999999999 - - - - - | column 2 (count) is no whole number",
        "PROBING - - - - - - | needs a number in column 2 (count)",
        "PROBING 20 - 1 - - - | does not use column 4 (hours)",
        "TOO_MANY_DEVICES 33 - 72 - - - | column 2 (count) is no whole number from 2 to 32",
        "TOO_MANY_DEVICES 12 3 72 - - - | does not use column 3 (devices)",
        "TOO_MANY_DEVICES 12 - - - - - | needs a number in column 4 (hours)",
        "TOO_MANY_DEVICES 12 - 0 - - - | column 4 (hours) is no whole number from 1 to 8784",
        "TOO_MANY_DEVICES 12 - 8785 - - - | column 4 (hours) is no whole number from 1 to 8784",
        "IMPOSSIBLE_TRAVEL 3 2 168 120 - 700 | needs a number in column 6 (kilometres)",
        "IMPOSSIBLE_TRAVEL 3 2 168 120 500 - | needs a number in column 7 (speed)",
        "IMPOSSIBLE_TRAVEL 3 - 168 120 500 700 | needs a number in column 3 (devices)",
        "IMPOSSIBLE_TRAVEL 4 9 168 120 500 700 | count times devices is more than 32",
        "TWO_OPENINGS 2 - 24 - 800 - | needs a number in column 5 (minutes)",
        "TWO_OPENINGS 2 - 24 1441 800 - | column 5 (minutes) is no whole number from 1 to 1440",
        "ONE_DEVICE_MANY_CODES 1001 - 24 - - - | is no whole number from 2 to 1000",
        "VERIFIED_AFTER_VOID 2 - - 60 - - | column 2 (count) is no whole number from 1 to 1",
        "TWO_OPENINGS 4 - 720 60 - - | it says the same as line 2"
      })
  void aBadLineIsNamedAndStopsTheStart(String line, String words) {
    assertThatThrownBy(() -> own("# a remark", "TWO_OPENINGS 4 - 720 60 - -", "", line))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("thresholds.tsv")
        .hasMessageContaining(", line 4: ")
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource({"''", "# nothing but a remark"})
  void anEmptyFileIsTakenForAnAccident(String text) {
    assertThatThrownBy(() -> own(text))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("has no threshold");
  }

  @Test
  void whatIsNoSuchFileStopsTheStartAndIsNotRepeated() throws IOException {
    for (Path no : List.of(folder, folder.resolve("none.tsv"))) {
      assertThatThrownBy(() -> new CloneRuleBook(no))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("cannot be read");
    }
    Path large = Files.write(folder.resolve("large"), new byte[70_000]);
    assertThatThrownBy(() -> new CloneRuleBook(large))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("more than 65536 bytes");
    Path password = Files.writeString(folder.resolve("password"), "a long secret");
    assertThatThrownBy(() -> new CloneRuleBook(password))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("line 1")
        .hasMessageNotContaining("secret");
    Path wide = Files.write(folder.resolve("wide"), "PROBING\n".getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> new CloneRuleBook(wide)).isInstanceOf(CannotStart.class);
  }

  /// Columns written with blanks here, so that they can be seen.
  private CloneRuleBook own(String... lines) throws IOException {
    Path file = folder.resolve("thresholds.tsv");
    Files.write(
        file,
        Stream.of(lines)
            .map(line -> line.startsWith("#") ? line : line.replace(' ', '\t'))
            .toList());
    return new CloneRuleBook(file);
  }

  private static int firstDeviceThatHits(CloneRuleBook book) {
    CloneRules rules = new CloneRules(book);
    Stood active = new Stood(CodeState.ACTIVE, null, false);
    @Nullable CodeRecord before = null;
    for (int device = 1; device <= 32; device++) {
      ScanEvent event = visit(device).event(42);
      if (!rules.hits(BATCH, before, event, active).isEmpty()) {
        return device;
      }
      before = Tally.after(before, new Fresh(event, true));
    }
    return 0;
  }

  private static ScanVisit visit(int device) {
    return new ScanVisit(
        Shopper.device(device, 0), Province.ZHEJIANG, NOON.plusSeconds(60L * device), false);
  }
}
