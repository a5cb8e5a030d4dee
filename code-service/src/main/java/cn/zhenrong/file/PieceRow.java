package cn.zhenrong.file;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One row of `stored_file_piece`.
record PieceRow(int number, byte[] bytes) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PieceRow(int otherNumber, byte[] otherBytes)
        && number == otherNumber
        && Arrays.equals(bytes, otherBytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
