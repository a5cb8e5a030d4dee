package cn.zhenrong.file;

/// Bytes that [PdfReader] found to be a PDF anybody can open.
public final class CheckedPdf {
  private final byte[] bytes;

  CheckedPdf(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }
}
