package cn.zhenrong.file;

/// A JPEG that [PhotoReader] drew anew: pixels and nothing else of what was handed in.
public final class CheckedPhoto {
  private final byte[] bytes;

  CheckedPhoto(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }
}
