package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.embedded.EmbeddedStores;
import cn.zhenrong.embedded.Servers;
import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Instance;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Papers;
import cn.zhenrong.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.FileSystemUtils;

/// With servers of its own, which it stops: whatever is away, a beacon that was answered with 204
/// is counted once, later.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoresAwayIT {
  private static final int PAGES = 60;

  private Path folder;
  private EmbeddedStores stores;
  private Instance instance;
  private Beacons beacons;
  private Counted counted;
  private List<Row> rows;

  @BeforeAll
  void start() throws IOException {
    folder = Files.createTempDirectory(Path.of("target"), "away").toAbsolutePath();
    stores = Servers.start(folder.resolve("stores"));
    String url = String.valueOf(stores.settings().get("spring.datasource.url"));
    instance = new Instance("one", folder, stores, url).start();
    rows = Papers.of(new Api(instance.port(), "demo-maker-1")).issue("compact", 20).rows();
    beacons = new Beacons(rows);
    counted = new Counted(url, stores.settings());
  }

  @AfterAll
  void stop() {
    instance.close();
    stores.close();
    FileSystemUtils.deleteRecursively(folder.toFile());
  }

  /// What an earlier test stopped may need a moment.
  @BeforeEach
  void pagesAreShown() {
    Api nobody = new Api(instance.port(), "");
    Patience.until(
        "pages are shown", () -> nobody.get("/scan/" + rows.getFirst().serial()).status() == 200);
  }

  @Test
  void nothingPromisedIsLostWhileMySqlIsAway() {
    beacons.open(instance.port(), PAGES);
    stores.mariaDb().stop();
    try {
      beacons.sendAll(instance.port());
    } finally {
      stores.mariaDb().startAgain();
    }
    counted.exactly(beacons);
  }

  @Test
  void withoutRedisTheyAreCountedThroughTheJournal() {
    beacons.open(instance.port(), PAGES);
    stores.redis().stop();
    try {
      beacons.sendAll(instance.port());
      counted.exactly(beacons);
    } finally {
      stores.redis().startAgain();
    }
  }

  @Test
  void withBothAwayTheyWaitOnTheDiskAndOutliveAKill() throws IOException {
    beacons.open(instance.port(), PAGES);
    stores.redis().stop();
    stores.mariaDb().stop();
    try {
      beacons.sendAll(instance.port());
      assertThat(journal()).isGreaterThan((long) PAGES * ScanBytes.EACH);
      instance.kill();
    } finally {
      stores.mariaDb().startAgain();
    }
    // Redis stays away: what is counted now was on the disk.
    try {
      instance.start();
      counted.exactly(beacons);
      assertThat(journal()).isZero();
    } finally {
      stores.redis().startAgain();
    }
  }

  private long journal() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("scans"))) {
      return all.filter(file -> file.toString().endsWith(".scans"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
