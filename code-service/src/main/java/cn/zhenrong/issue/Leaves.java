package cn.zhenrong.issue;

import cn.zhenrong.code.Serial;
import cn.zhenrong.code.SerialCipher;
import cn.zhenrong.seal.CodesTree;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongFunction;

/// The leaves of a batch's tree of codes: ASCII `ZR1` and path, in order (code-format §5). For one
/// thread; the array it gives is overwritten by the next leaf.
final class Leaves implements LongFunction<byte[]> {
  private final Batch batch;
  private final SerialCipher.Writer serials;
  private Line line;
  private byte[] leaf;

  private Leaves(Batch batch, SerialCipher cipher) {
    this.batch = batch;
    this.serials = cipher.writer(batch.epoch());
    this.line = batch.lines().getFirst();
    this.leaf = blank(line);
  }

  /// The tree of a batch, for one thread.
  static CodesTree tree(Batch batch, SerialCipher cipher, byte[] paddingKey) {
    return new CodesTree(batch.count(), new Leaves(batch, cipher), paddingKey);
  }

  /// @param position from 0
  @Override
  public byte[] apply(long position) {
    long sequence = position + 1;
    if (sequence < line.firstSequence() || sequence > line.last()) {
      line = batch.lineOf(sequence);
      leaf = blank(line);
    }
    serials.write(batch.first() + position, leaf, leaf.length - Serial.LENGTH);
    return leaf;
  }

  private static byte[] blank(Line line) {
    byte[] stem = ("ZR1" + line.key().stem()).getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(stem, stem.length + Serial.LENGTH);
  }
}
