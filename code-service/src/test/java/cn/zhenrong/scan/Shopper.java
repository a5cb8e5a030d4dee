package cn.zhenrong.scan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A simulated person with a telephone: at home and at work on fixed networks whose address changes
/// each day, on the way in the carrier's network, where many share an address and it changes each
/// hour. One in six has a number of another province, and then the carrier's network may show that
/// province.
final class Shopper {
  private static final double FOREIGN_NUMBER = 0.16;
  private static final double HOME_ROUTED = 0.7;
  private static final double UNKNOWN = 0.15;
  private static final double WRONG = 0.01;
  private static final double ABROAD = 0.005;

  /// How many telephones look alike to us in the carrier's network of one province.
  private static final int SHARED_KEYS = 3000;

  /// Provinces by how much is sold there.
  private static final List<Province> MARKET =
      List.of(
          Province.GUANGDONG,
          Province.GUANGDONG,
          Province.GUANGDONG,
          Province.JIANGSU,
          Province.JIANGSU,
          Province.ZHEJIANG,
          Province.ZHEJIANG,
          Province.SHANDONG,
          Province.SHANDONG,
          Province.HENAN,
          Province.HEBEI,
          Province.SICHUAN,
          Province.SICHUAN,
          Province.SHANGHAI,
          Province.SHANGHAI,
          Province.BEIJING,
          Province.BEIJING,
          Province.HUBEI,
          Province.HUNAN,
          Province.ANHUI,
          Province.FUJIAN,
          Province.LIAONING,
          Province.SHAANXI,
          Province.CHONGQING,
          Province.JIANGXI,
          Province.GUANGXI,
          Province.HEILONGJIANG,
          Province.JILIN,
          Province.SHANXI,
          Province.YUNNAN,
          Province.TIANJIN,
          Province.XINJIANG,
          Province.INNER_MONGOLIA,
          Province.GUIZHOU,
          Province.GANSU,
          Province.HAINAN);

  private final RandomGenerator random;
  private final long person;
  private final Province home;
  private final Province number;

  private Shopper(RandomGenerator random, Province home) {
    this.random = random;
    this.person = random.nextLong();
    this.home = home;
    this.number = random.nextDouble() < FOREIGN_NUMBER ? anywhere(random) : home;
  }

  static Province anywhere(RandomGenerator random) {
    return MARKET.get(random.nextInt(MARKET.size()));
  }

  static Shopper somewhere(RandomGenerator random) {
    return new Shopper(random, anywhere(random));
  }

  static Shopper in(Province home, RandomGenerator random) {
    return new Shopper(random, home);
  }

  Province home() {
    return home;
  }

  /// Verifies at home, at work or on the way, as it comes.
  ScanVisit visit(Instant at, boolean opened) {
    double where = random.nextDouble();
    return where < 0.5
        ? fixed(1, at, opened)
        : where < 0.9 ? mobile(home, at, opened) : fixed(2, at, opened);
  }

  /// Verifies in the carrier's network of a province, as in a shop or on a journey.
  ScanVisit mobile(Province there, Instant at, boolean opened) {
    Province shown = number != there && random.nextDouble() < HOME_ROUTED ? number : there;
    long key = 31L * shown.code() + 1_000_003L * random.nextInt(SHARED_KEYS);
    return new ScanVisit(device(key, 0), shown(shown), at, opened);
  }

  private ScanVisit fixed(int network, Instant at, boolean opened) {
    return new ScanVisit(
        device(person + network, at.getEpochSecond() / 86_400), shown(home), at, opened);
  }

  /// What the table of prefixes makes of a place.
  private @Nullable Province shown(Province province) {
    double luck = random.nextDouble();
    if (luck < UNKNOWN) {
      return null;
    }
    if (luck < UNKNOWN + WRONG) {
      return anywhere(random);
    }
    return luck < UNKNOWN + WRONG + ABROAD ? Province.ABROAD : province;
  }

  static Device device(long a, long b) {
    return new Device(ByteBuffer.allocate(16).putLong(a).putLong(b).array());
  }
}
