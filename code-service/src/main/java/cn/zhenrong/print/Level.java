package cn.zhenrong.print;

/// How much damage a symbol survives (ISO/IEC 18004, error correction level): M about 15 %, Q about
/// 25 % of its codewords. L is too weak for cloth and H too large for a label, so neither is
/// offered.
public enum Level {
  M(
      0b00,
      new int[] {10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30},
      new int[] {1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5}),
  Q(
      0b11,
      new int[] {13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28},
      new int[] {1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8});

  private final int formatBits;
  private final int[] correctionPerBlock;
  private final int[] blocks;

  Level(int formatBits, int[] correctionPerBlock, int[] blocks) {
    this.formatBits = formatBits;
    this.correctionPerBlock = correctionPerBlock;
    this.blocks = blocks;
  }

  /// The two bits that name the level in the format information.
  int formatBits() {
    return formatBits;
  }

  /// Error correction codewords in each block of a symbol of `version`.
  int correctionPerBlock(int version) {
    return correctionPerBlock[version - 1];
  }

  int blocks(int version) {
    return blocks[version - 1];
  }
}
