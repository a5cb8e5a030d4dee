package cn.zhenrong.party;

/// Every write says how many rows it means to change; another number is a bug or a race and must
/// not pass quietly.
public final class Rows {
  private Rows() {}

  /// @throws IllegalStateException unless exactly one row was written
  public static void one(int written) {
    exactly(1, written);
  }

  /// @throws IllegalStateException unless exactly `wanted` rows were written
  public static void exactly(int wanted, int written) {
    if (written != wanted) {
      throw new IllegalStateException("wrote " + written + " rows where " + wanted + " were meant");
    }
  }
}
