package cn.zhenrong.file;

/// Somebody who stored a photo has no use for it any more. Published in the transaction that is
/// about to delete it; whoever else shows the same bytes says [#keep()].
public final class FileForgetting {
  private final String digest;
  private boolean kept;

  FileForgetting(String digest) {
    this.digest = digest;
  }

  /// Lower-case hex SHA-256 of the bytes.
  public String digest() {
    return digest;
  }

  /// The bytes are still in use.
  public void keep() {
    kept = true;
  }

  boolean isKept() {
    return kept;
  }
}
