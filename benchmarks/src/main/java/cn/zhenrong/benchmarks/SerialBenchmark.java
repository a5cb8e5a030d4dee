package cn.zhenrong.benchmarks;

import cn.zhenrong.code.Serial;
import cn.zhenrong.code.SerialCipher;
import cn.zhenrong.seal.SerialKeys;
import java.util.OptionalLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// From index to serial and back, against Bouncy Castle's FF1 doing the same.
@State(Scope.Thread)
public class SerialBenchmark {
  private static final int SERIALS = 1024;

  private final SerialCipher cipher = SerialKeys.ofRoot(new byte[32]);
  private final BouncySerials bouncy = new BouncySerials(new byte[32]);
  private final Serial[] serials = new Serial[SERIALS];
  private final Serial[] bouncySerials = new Serial[SERIALS];
  private int next;

  public SerialBenchmark() {
    for (int i = 0; i < SERIALS; i++) {
      serials[i] = cipher.encipher(0, index(i));
      bouncySerials[i] = bouncy.encipher(0, index(i));
    }
  }

  @Benchmark
  public Serial encode() {
    return cipher.encipher(0, index(next++));
  }

  @Benchmark
  public OptionalLong decode() {
    return cipher.decipher(serials[next++ & (SERIALS - 1)]);
  }

  @Benchmark
  public Serial encodeByBouncyCastle() {
    return bouncy.encipher(0, index(next++));
  }

  @Benchmark
  public OptionalLong decodeByBouncyCastle() {
    return bouncy.decipher(bouncySerials[next++ & (SERIALS - 1)]);
  }

  /// Every index of 1 to 2³⁰, in turn.
  private static long index(int counter) {
    return (counter & 0x3FFF_FFFF) + 1L;
  }
}
