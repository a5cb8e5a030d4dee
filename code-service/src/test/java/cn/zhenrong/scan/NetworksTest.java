package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhenrong.problem.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0,33",
    "192.0.2.127,33",
    "192.0.2.128,31",
    "192.0.2.255,31",
    "192.0.3.0,",
    "192.0.1.255,",
    "198.51.100.7,11",
    "203.0.113.63,44",
    "203.0.113.64,81",
    "203.0.113.127,81",
    "203.0.113.128,44",
    "2001:db8::1,51",
    "2001:db8:1::1,54",
    "2001:db8:2::1,51",
    "2001:db8:ffff:ffff::1,99",
    "2001:db9::1,",
    "::ffff:198.51.100.7,11",
    "2001:db8::1%eth0,51",
    "127.0.0.1,",
    "::1,",
    "example.com,",
    "'',",
    "198.51.7,",
    "not an address at all,"
  })
  void theSampleTellsTheProvinceByTheLongestPrefix(String address, @Nullable Integer code) {
    Province found = networks("classpath:cn/zhenrong/scan/networks-sample.csv").province(address);
    assertThat(found == null ? null : (Integer) found.code()).isEqualTo(code);
  }

  @Test
  void agreesWithTryingEveryPrefix() {
    Random random = new Random(7);
    List<NetworkPrefix> prefixes = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int length = random.nextInt(33);
      long bits = Integer.toUnsignedLong(random.nextInt(1 << 12) << 20);
      long clean = length == 0 ? 0 : bits >>> (32 - length) << (32 - length);
      Address first = new Address(0, 0xFFFF_0000_0000L | clean);
      Province province = Province.values()[random.nextInt(Province.values().length)];
      NetworkPrefix prefix = new NetworkPrefix(first, 96 + length, province);
      if (prefixes.stream().noneMatch(p -> p.compareTo(prefix) == 0)) {
        prefixes.add(prefix);
      }
    }
    NetworkTable table = NetworkTable.of(prefixes);
    for (int i = 0; i < 20_000; i++) {
      Address address =
          new Address(0, 0xFFFF_0000_0000L | Integer.toUnsignedLong(random.nextInt()));
      assertThat(table.province(address)).isEqualTo(longest(prefixes, address));
    }
    assertThat(table.size()).isLessThanOrEqualTo(2 * prefixes.size());
  }

  private static @Nullable Province longest(List<NetworkPrefix> prefixes, Address address) {
    NetworkPrefix best = null;
    for (NetworkPrefix prefix : prefixes) {
      boolean covers =
          prefix.first().compareTo(address) <= 0 && address.compareTo(prefix.last()) <= 0;
      if (covers && (best == null || best.length() < prefix.length())) {
        best = prefix;
      }
    }
    return best == null ? null : best.province();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.0,33",
        "192.0.2.0/33,33",
        "192.0.2.1/24,33",
        "192.0.2.0/24",
        "192.0.2.0/24,00",
        "192.0.2.0/24,33,1",
        "192.0.2/24,33",
        "host/24,33",
        "2001:db8::/129,33",
        "2001:db8::1/64,33",
        "198.51.100.0/24,11",
        "192.0.2.0/-1,33"
      })
  void aWrongOrRepeatedLineIsNamedAndStopsTheStart(String line) throws IOException {
    Path file = file("# networks\n\n198.51.100.0/24,11\n" + line + "\n");
    assertThatThrownBy(() -> networks(file.toString()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("[4]");
  }

  @Test
  void aMissingFileStopsTheStart() {
    assertThatThrownBy(() -> networks(folder.resolve("none.csv").toString()))
        .isInstanceOf(CannotStart.class);
  }

  @Test
  void readsAChangedFileAndKeepsTheFormerTableIfItIsWrong() throws IOException {
    Path file = file("198.51.100.0/24,11\n");
    Networks networks = networks(file.toString());
    assertThat(networks.province("198.51.100.1")).isEqualTo(Province.BEIJING);

    rewrite(file, "198.51.100.0/24,44 # moved\n", 1);
    networks.readAgain();
    assertThat(networks.province("198.51.100.1")).isEqualTo(Province.GUANGDONG);

    rewrite(file, "198.51.100.0/24,77\n", 2);
    networks.readAgain();
    assertThat(networks.province("198.51.100.1")).isEqualTo(Province.GUANGDONG);

    Files.delete(file);
    networks.readAgain();
    assertThat(networks.province("198.51.100.1")).isEqualTo(Province.GUANGDONG);

    rewrite(file, "0.0.0.0/0,99\n::/0,71\n", 3);
    networks.readAgain();
    assertThat(networks.province("198.51.100.1")).isEqualTo(Province.ABROAD);
    assertThat(networks.province("255.255.255.255")).isEqualTo(Province.ABROAD);
    assertThat(networks.province("ffff::ffff")).isEqualTo(Province.TAIWAN);
  }

  @Test
  void withoutATableNoProvinceIsKnown() {
    assertThat(networks(null).province("198.51.100.1")).isNull();
  }

  private static Networks networks(@Nullable String name) {
    return new Networks(new ScanSettings(Path.of("unused"), 1, 1, 180, name, null));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("networks.csv"), text);
  }

  /// Files written within one tick of the file system's clock would look unchanged.
  private static void rewrite(Path file, String text, int later) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000L * later));
  }
}
