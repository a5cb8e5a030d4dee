package cn.zhenrong.scan;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is known of the verifications of one code, as one device may be told.
///
/// @param first when it was verified first; null if never
/// @param firstProvince where that was, as far as the network tells
/// @param sessions by all devices
/// @param opened when somebody first said that the package had just been opened
/// @param lastByThisDevice when the asking device verified it last; null if never
/// @param byOthers sessions by other devices
/// @param suspicions what the clone rules saw; at most one a rule
public record Queries(
    @Nullable Instant first,
    @Nullable Province firstProvince,
    long sessions,
    @Nullable Instant opened,
    @Nullable Instant lastByThisDevice,
    long byOthers,
    List<Suspicion> suspicions) {

  public Queries {
    suspicions = List.copyOf(suspicions);
  }

  /// Never verified.
  public static final Queries NONE = new Queries(null, null, 0, null, null, 0, List.of());

  /// @param device asked for only if the code was ever verified
  static Queries of(
      @Nullable CodeRecord code,
      Supplier<Device> device,
      Function<CodeRecord, List<Suspicion>> told) {
    if (code == null || code.sessions() == 0) {
      return NONE;
    }
    Device asking = device.get();
    Seen own =
        code.devices().stream()
            .filter(seen -> seen.device().equals(asking))
            .findFirst()
            .orElse(null);
    return new Queries(
        code.firstAt(),
        code.firstProvince(),
        code.sessions(),
        code.openedAt(),
        own == null ? null : own.lastAt(),
        code.sessions() - (own == null ? 0 : own.sessions()),
        told.apply(code));
  }
}
