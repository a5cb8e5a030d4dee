package cn.zhenrong.benchmarks;

import cn.zhenrong.print.Symbol;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Drawing the symbol of a signed text at level M, against ZXing on the same texts and level.
///
/// ZXing as it comes takes one mode for the whole text and so a larger version; told to be compact
/// it finds the same version as ours. Both are measured.
@State(Scope.Thread)
public class SymbolBenchmark {
  private static final Map<EncodeHintType, Object> PLAIN =
      Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0);
  private static final Map<EncodeHintType, Object> COMPACT =
      Map.of(
          EncodeHintType.ERROR_CORRECTION,
          ErrorCorrectionLevel.M,
          EncodeHintType.MARGIN,
          0,
          EncodeHintType.QR_COMPACT,
          true);

  private final String[] texts = SignedTexts.some();
  private final QRCodeWriter zxing = new QRCodeWriter();
  private int next;

  @Benchmark
  public Symbol draw() {
    return Symbol.of(text());
  }

  @Benchmark
  public BitMatrix zxing() throws WriterException {
    return zxing.encode(text(), BarcodeFormat.QR_CODE, 0, 0, PLAIN);
  }

  @Benchmark
  public BitMatrix zxingCompact() throws WriterException {
    return zxing.encode(text(), BarcodeFormat.QR_CODE, 0, 0, COMPACT);
  }

  private String text() {
    return texts[next++ & (texts.length - 1)];
  }
}
