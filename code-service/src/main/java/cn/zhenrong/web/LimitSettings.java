package cn.zhenrong.web;

import cn.zhenrong.problem.CannotStart;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much strangers may ask. `docs/operations.md` says what each is good for; the defaults leave
/// room for the thousands of phones behind one address of a mobile network.
///
/// @param prefix of a /24 of IPv4 or a /48 of IPv6, over all instances
/// @param device of one address (IPv6: a /64), browser and language, at each instance
/// @param check of one API key at the bulk check, requests of up to 500 codes, at each instance
/// @param report of one device, forms that are kept, at each instance; a prefix has twenty times
///   that
/// @param share of a prefix's limit that an instance gives out by itself: one over the number of
///   instances keeps the whole limit while Redis is away
@ConfigurationProperties("zhenrong.limits")
record LimitSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue Prefix prefix,
    @DefaultValue Device device,
    @DefaultValue Check check,
    @DefaultValue Report report,
    @DefaultValue("0.25") double share,
    @DefaultValue Slow slow) {

  LimitSettings {
    require(share >= 0.01 && share <= 1, "zhenrong.limits.share lies between 0.01 and 1.");
  }

  record Prefix(@DefaultValue("200") double rate, @DefaultValue("2000") int burst) {
    Prefix {
      requireLimit(rate, burst);
    }
  }

  record Device(@DefaultValue("20") double rate, @DefaultValue("100") int burst) {
    Device {
      requireLimit(rate, burst);
    }
  }

  record Check(@DefaultValue("2") double rate, @DefaultValue("20") int burst) {
    Check {
      requireLimit(rate, burst);
    }
  }

  record Report(@DefaultValue("0.01") double rate, @DefaultValue("10") int burst) {
    Report {
      requireLimit(rate, burst);
      require(burst <= 10_000, "zhenrong.limits.report.burst is at most 10000.");
    }
  }

  /// The slow lane: for whoever sends many codes that were never issued.
  ///
  /// @param window in which invalid codes are counted, and without which one leaves again
  /// @param deviceInvalid so many in a window bring a device there
  /// @param prefixInvalid so many in a window bring a whole prefix there
  /// @param deviceRate requests a second of a device there
  /// @param prefixRate requests a second of a prefix there
  /// @param waiting requests that may wait there at a time
  record Slow(
      @DefaultValue("1m") Duration window,
      @DefaultValue("20") int deviceInvalid,
      @DefaultValue("300") int prefixInvalid,
      @DefaultValue("1") double deviceRate,
      @DefaultValue("10") double prefixRate,
      @DefaultValue("64") int waiting) {
    Slow {
      require(
          window.toSeconds() >= 1 && window.toDays() <= 1,
          "zhenrong.limits.slow.window lies between a second and a day.");
      requireLimit(deviceRate, deviceInvalid);
      requireLimit(prefixRate, prefixInvalid);
      require(waiting >= 0, "zhenrong.limits.slow.waiting is not negative.");
    }

    Limit deviceCount() {
      return count(deviceInvalid);
    }

    Limit prefixCount() {
      return count(prefixInvalid);
    }

    private Limit count(int invalid) {
      return Limit.of(invalid * 1e9 / window.toNanos(), invalid);
    }
  }

  private static void requireLimit(double rate, int burst) {
    require(
        rate >= 1e-3 && rate <= 1e6 && burst >= 1 && burst <= 1_000_000,
        "A limit has a rate of 0.001 to 1000000 a second and a burst of 1 to 1000000.");
  }

  private static void require(boolean isSo, String what) {
    if (!isSo) {
      throw new CannotStart(what, "Correct zhenrong.limits; docs/operations.md lists them.");
    }
  }
}
