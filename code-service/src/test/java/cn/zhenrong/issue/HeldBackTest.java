package cn.zhenrong.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeldBackTest {
  @Test
  void theClientLacksTheLastByteUntilTheEnd() throws IOException {
    byte[] all = new byte[1000];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (i * 7);
    }
    ByteArrayOutputStream client = new ByteArrayOutputStream();
    HeldBack out = new HeldBack(client);

    out.write(all, 0, 1);
    assertThat(client.size()).isZero();
    out.write(all, 1, 0);
    out.write(all, 1, 600);
    out.write(all[601]);
    out.write(all, 602, 398);
    out.handOver();
    assertThat(client.toByteArray()).isEqualTo(Arrays.copyOf(all, 999));
    out.end();
    assertThat(client.toByteArray()).isEqualTo(all);
  }

  @Test
  void closingItEndsNothing() throws IOException {
    ByteArrayOutputStream client = new ByteArrayOutputStream();
    HeldBack out = new HeldBack(client);
    out.write(new byte[] {1, 2});
    out.close();
    assertThat(client.toByteArray()).containsExactly(1);
  }

  @Test
  void tellsAClientThatIsGoneFromAFailureOfOurs() {
    HeldBack out =
        new HeldBack(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
              }

              @Override
              public void flush() throws IOException {
                throw new IOException("Broken pipe");
              }
            });
    assertThatThrownBy(() -> out.write(new byte[2])).isInstanceOf(HeldBack.ClientGone.class);
    assertThatThrownBy(out::handOver).isInstanceOf(HeldBack.ClientGone.class);
    assertThatThrownBy(out::end).isInstanceOf(HeldBack.ClientGone.class);
  }
}
