package cn.zhenrong.print;

/// Data and correction codewords of a symbol in the order they are drawn (ISO/IEC 18004 §7.6).
final class Codewords {
  private Codewords() {}

  /// Cuts `data` into the blocks of the version and level, corrects each and interleaves them.
  static byte[] interleave(byte[] data, int version, Level level) {
    int blocks = level.blocks(version);
    int correction = level.correctionPerBlock(version);
    int shortLength = data.length / blocks;
    int longBlocks = data.length % blocks;
    byte[] out = new byte[data.length + blocks * correction];
    ReedSolomon code = ReedSolomon.ofDegree(correction);
    int from = 0;
    for (int block = 0; block < blocks; block++) {
      int to = from + shortLength;
      for (int i = from, at = block; i < to; i++, at += blocks) {
        out[at] = data[i];
      }
      int longBlock = block - (blocks - longBlocks);
      if (longBlock >= 0) {
        out[shortLength * blocks + longBlock] = data[to++];
      }
      code.correct(data, from, to, out, data.length + block, blocks);
      from = to;
    }
    return out;
  }
}
