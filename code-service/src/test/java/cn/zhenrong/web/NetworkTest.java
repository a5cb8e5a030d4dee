package cn.zhenrong.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, 198.51.100.7",
    "198.51.100.7, 198.51.100.7:51234",
    "198.51.100.7, ::ffff:198.51.100.7",
    "198.51.100.7, [::ffff:c633:6407]:443",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::1",
    "2001:db8:1:2:3:4:5:6, [2001:0DB8:0001:0002:aaaa::]:443",
    "2001:db8:1:2::, 2001:db8:1:2:3:4:5:6%eth0",
  })
  void readsWhatContainersAndProxiesWrite(String one, String same) {
    assertThat(Network.of(one)).isNotEqualTo(Network.NONE).isEqualTo(Network.of(same));
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, 198.51.100.200, true",
    "198.51.100.7, 198.51.101.7, false",
    "2001:db8:1:2::1, 2001:db8:1:ffff::1, true",
    "2001:db8:1:2::1, 2001:db8:2:2::1, false",
    "198.51.100.7, 2001:db8:1:2::1, false",
  })
  void aPrefixIsA24OrA48(String one, String other, boolean same) {
    long first = Network.of(one);
    long second = Network.of(other);
    assertThat(first).isNotEqualTo(second);
    assertThat(Network.prefix(first) == Network.prefix(second)).isEqualTo(same);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.1.1",
        "0.0.0.0",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "fc00::1",
        "::ffff:10.0.0.1",
      })
  void privateNetworksAreNobodysCrowd(String address) {
    assertThat(Network.of(address)).isEqualTo(Network.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "unknown", "_hidden", "[", "[]", "1.2.3.4.5", "300.1.1.1", "a b", "::g"})
  void whatIsNoAddressIsNone(String text) {
    assertThat(Network.of(text)).isEqualTo(Network.NONE);
  }

  @Test
  void neighboursOfPrivateNetworksAreCounted() {
    assertThat(Network.of("172.32.0.1")).isNotEqualTo(Network.NONE);
    assertThat(Network.of("11.0.0.1")).isNotEqualTo(Network.NONE);
    assertThat(Network.of("100.64.0.1")).as("carrier-grade NAT").isNotEqualTo(Network.NONE);
  }
}
