package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.zhenrong.lifecycle.CodeState;
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
            SampleScans.event(5, 9, Province.ABROAD, Instant.EPOCH, false),
            stood(new Stood(CodeState.ISSUED, null, false)),
            stood(new Stood(CodeState.DISPLAY, AT, false)),
            stood(new Stood(CodeState.ACTIVE, AT.minusMillis(1), true)));
    byte[] packed = ScanBytes.pack(events);
    assertThat(packed).hasSize(1 + 6 * ScanBytes.EACH);
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
            true,
            new Stood(CodeState.VOID, Instant.ofEpochMilli(0x88), true));
    assertThat(HexFormat.of().formatHex(ScanBytes.pack(List.of(event))))
        .isEqualTo(
            "02"
                + "11111111222222223333333344444444"
                + "0000000000000055"
                + "66000000000000000000000000000000"
                + "1f"
                + "0000000000000077"
                + "01"
                + "88"
                + "0000000000000088");
  }

  /// The byte of each is kept, whatever comes into the enum.
  @Test
  void everyStateKeepsItsByte() {
    List<CodeState> places =
        List.of(
            CodeState.ISSUED,
            CodeState.RELEASED,
            CodeState.ACTIVE,
            CodeState.SHIPPED,
            CodeState.RETURNED,
            CodeState.SPOILED,
            CodeState.SAMPLED,
            CodeState.VOID,
            CodeState.REPLACED,
            CodeState.DISPLAY);
    assertThat(places).containsExactlyInAnyOrder(CodeState.values());
    for (CodeState state : places) {
      byte[] packed = ScanBytes.pack(List.of(stood(new Stood(state, AT, false))));
      assertThat((int) packed[1 + 50]).isEqualTo(places.indexOf(state) + 1);
    }
  }

  @Test
  void readsWhatWaitsFromBeforeStatesWereKept() {
    ScanEvent event = SampleScans.event(0x55, 7, Province.SHANGHAI, AT, true);
    byte[] old = Arrays.copyOf(ScanBytes.pack(List.of(event)), 51);
    old[0] = 1;
    assertThat(ScanBytes.unpack(old)).containsExactly(event);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    byte[] packed = ScanBytes.pack(List.of(SampleScans.event(1, 1, AT)));
    byte[] newer = packed.clone();
    newer[0] = 3;
    assertThatIllegalArgumentException().isThrownBy(() -> ScanBytes.unpack(newer));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScanBytes.unpack(Arrays.copyOf(packed, packed.length - 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> ScanBytes.unpack(new byte[0]));
  }

  private static ScanEvent stood(Stood stood) {
    return new ScanEvent(SampleScans.nonce(AT), 7, SampleScans.device(7), null, AT, false, stood);
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
