package cn.zhenrong.file;

import java.io.IOException;

/// Tells whether bytes are a PDF that anybody can open.
final class PdfCheck {
  static final String MEDIA_TYPE = "application/pdf";

  private PdfCheck() {}

  /// @throws PdfSource.TooHeavy if that cannot be told within bounds
  static boolean isReadable(byte[] bytes) {
    try {
      return PdfSource.open(bytes, (_, _) -> true);
    } catch (IOException e) {
      return false;
    }
  }
}
