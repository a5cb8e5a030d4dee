package cn.zhenrong.page;

/// Draws a certificate. Whoever answers and whoever draws know this, and not each other.
public interface CertificatePrinter {

  /// The certificate as a PDF on A4.
  byte[] pdf(Certificate certificate);
}
