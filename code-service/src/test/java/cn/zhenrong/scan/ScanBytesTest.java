package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What lies in the stream and in the journal must be read by the next version too.
class ScanBytesTest {
  private static final Instant AT = Instant.parse("2026-11-22T23:59:59.987Z");

  @Test
  void bringsEventsBackAsTheyWere() {
    List<ScanEvent> events =
        List.of(
            SampleScans.event(1, 7, Province.ZHEJIANG, AT, true),
            SampleScans.event((1L << 45) - 1, 8, null, AT.plusMillis(1), false),
            SampleScans.event(5, 9, Province.ABROAD, Instant.EPOCH, false));
    byte[] packed = ScanBytes.pack(events);
    assertThat(packed).hasSize(1 + 3 * ScanBytes.EACH);
    assertThat(ScanBytes.unpack(packed)).isEqualTo(events);
  }

  @Test
  void keepsToItsLayout() {
    ScanEvent event =
        new ScanEvent(
            new NonceId(0x1111_1111_2222_2222L, 0x3333_3333_4444_4444L),
            0x55,
            SampleScans.device(0x66),
            Province.SHANGHAI,
            Instant.ofEpochMilli(0x77),
            true);
    assertThat(HexFormat.of().formatHex(ScanBytes.pack(List.of(event))))
        .isEqualTo(
            "01"
                + "11111111222222223333333344444444"
                + "0000000000000055"
                + "66000000000000000000000000000000"
                + "1f"
                + "0000000000000077"
                + "01");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    byte[] packed = ScanBytes.pack(List.of(SampleScans.event(1, 1, AT)));
    byte[] newer = packed.clone();
    newer[0] = 2;
    assertThatIllegalArgumentException().isThrownBy(() -> ScanBytes.unpack(newer));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScanBytes.unpack(Arrays.copyOf(packed, packed.length - 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> ScanBytes.unpack(new byte[0]));
  }

  @Test
  void aNonceKnowsTheDayItWasMadeOn() {
    NonceId nonce = NonceId.of(AT, -1, -2);
    assertThat(nonce.day()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(NonceId.of(nonce.bytes())).isEqualTo(nonce);
  }

  @Test
  void bringsDevicesBackAsTheyWereAndFitsTheColumn() {
    List<Seen> devices =
        IntStream.range(0, CodeRecord.MOST_DEVICES)
            .mapToObj(i ->
                new Seen(
                    SampleScans.device(i),
                    i % 3 == 0 ? null : Province.XINJIANG,
                    Instant.ofEpochSecond(i),
                    Instant.ofEpochSecond(0xFFFF_FFFFL - i),
                    i * 1_000_000,
                    i % 2 == 0))
            .toList();
    byte[] packed = DeviceBytes.pack(devices);
    assertThat(packed.length).isLessThanOrEqualTo(1024);
    assertThat(DeviceBytes.unpack(packed)).isEqualTo(devices);
  }
}
