package cn.zhenrong.benchmarks;

import cn.zhenrong.issue.CodeStream;
import cn.zhenrong.seal.KeyRing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The printed texts of signed codes, taken from a real file of codes.
final class SignedTexts {
  /// A power of two.
  static final int COUNT = 256;

  private static final int COLUMN = 3;

  private SignedTexts() {}

  static String[] some() {
    KeyRing ring = LoadKeys.make();
    CodeStream stream = new CodeStream(ring.serialKeys(), ring.signer(LoadKeys.ED25519));
    try {
      return new String(stream.chunk(0), StandardCharsets.UTF_8)
          .lines()
          .limit(COUNT)
          .map(row -> Arrays.asList(row.split(",")).get(COLUMN))
          .toArray(String[]::new);
    } finally {
      stream.stop();
    }
  }
}
