package cn.zhenrong.print;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Reads symbols back from what was drawn, with a decoder that shares no code with our encoder. No
/// label leaves the service unread.
final class SymbolReader {
  private static final Texts TEXTS = Texts.beside(SymbolReader.class);
  private static final Map<DecodeHintType, ?> ANYWHERE =
      Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "US-ASCII");

  /// The picture holds nothing but an upright symbol. About one symbol in a hundred has data that
  /// looks like a finder pattern to ZXing's search, though it reads well once its corners are
  /// known.
  private static final Map<DecodeHintType, ?> ALONE =
      Map.of(DecodeHintType.PURE_BARCODE, true, DecodeHintType.CHARACTER_SET, "US-ASCII");

  private SymbolReader() {}

  /// The text of the symbol in `raster`; one with other print around it is not always found.
  static Optional<String> read(Bitmap raster) {
    BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(luminance(raster)));
    return read(bitmap, ANYWHERE).or(() -> read(bitmap, ALONE));
  }

  private static Optional<String> read(BinaryBitmap bitmap, Map<DecodeHintType, ?> hints) {
    try {
      return Optional.of(new QRCodeReader().decode(bitmap, hints).getText());
    } catch (ReaderException nothingFound) {
      return Optional.empty();
    }
  }

  /// Lets `raster` go only if it reads back as exactly `text`.
  ///
  /// @throws Problem of kind INTERNAL if it does not: the fault is ours, never the caller's
  static void check(Bitmap raster, String text) {
    if (!read(raster).equals(Optional.of(text))) {
      throw Problem.of(ProblemKind.INTERNAL, TEXTS.words("symbol.unreadable"));
    }
  }

  private static LuminanceSource luminance(Bitmap raster) {
    byte[] grey = new byte[raster.width() * raster.height()];
    Arrays.fill(grey, (byte) 0xFF);
    for (int y = 0; y < raster.height(); y++) {
      for (int x = 0; x < raster.width(); x++) {
        if (raster.isBlack(x, y)) {
          grey[y * raster.width() + x] = 0;
        }
      }
    }
    int width = raster.width();
    int height = raster.height();
    return new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
  }
}
