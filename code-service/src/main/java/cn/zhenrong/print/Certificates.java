package cn.zhenrong.print;

import cn.zhenrong.page.Certificate;
import cn.zhenrong.page.CertificatePrinter;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Draws certificates for anybody who asks, and therefore few at a time: one costs as much as a
/// thousand pages.
@Component
class Certificates implements CertificatePrinter {
  /// Drawing keeps a processor and the carrier of all who answer on it; the others are for them.
  private static final int AT_A_TIME = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private static final int MOST_WAITING = 8;
  private static final int PATIENCE_SECONDS = 2;

  private final Semaphore turns;

  @Autowired
  Certificates() {
    this(new Semaphore(AT_A_TIME, true));
  }

  /// @param turns one permit for each that may be drawn at a time
  Certificates(Semaphore turns) {
    this.turns = turns;
  }

  /// @throws Problem too-many-requests while others are being drawn
  @Override
  public byte[] pdf(Certificate certificate) {
    try {
      if (turns.getQueueLength() >= MOST_WAITING
          || !turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Problem.of(ProblemKind.TOO_MANY_REQUESTS);
      }
      try {
        return drawn(certificate);
      } finally {
        turns.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(ProblemKind.TOO_MANY_REQUESTS);
    }
  }

  private static byte[] drawn(Certificate certificate) {
    return PdfFile.of(
        certificate.at(),
        (document, fonts) -> {
          for (Sheet sheet : CertificatePages.of(certificate, fonts)) {
            TagPage.add(document, sheet, fonts);
          }
        });
  }
}
