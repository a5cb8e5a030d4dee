package cn.zhenrong.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Tells from the bytes alone whether a PDF's streams unpack to a bounded size. The parser itself
/// has no such bound.
///
/// Every place that may begin a stream is unpacked and counted. Filters are allowed that leave no
/// other way to grow: one of them, or several of which only the first grows, or the common
/// `[/ASCII85Decode /FlateDecode]`. LZW and run lengths went out of use with PDF 1.1.
final class PdfFilters {
  /// Bytes one stream may unpack to: a page scanned at 600 dpi in colour.
  static final long MOST_UNPACKED = 128L * 1024 * 1024;

  /// Bytes all streams of a file may unpack to.
  static final long MOST_IN_ALL = 4 * MOST_UNPACKED;

  /// What the parser leaves out before it inflates, whatever it says.
  private static final int HEADER = 2;

  // A name may spell any letter as #xx (ISO 32000-2, 7.3.5).
  private static final Pattern FILTER =
      Pattern.compile(
          "/(?:F|#46)(?:i|#69)(?:l|#6[cC])(?:t|#74)(?:e|#65)(?:r|#72)(?![A-Za-z0-9])[\\s\\x00]*"
              + "(\\[[^\\]]{0,200}\\]|/[A-Za-z0-9#]+|null)?");
  private static final Pattern COLUMNS = Pattern.compile("/Columns\\s+([0-9]{6,})");
  private static final Pattern STREAM = Pattern.compile("stream[\\s\\x00]{1,3}");
  private static final List<String> GROWING = List.of("FlateDecode", "Fl");
  private static final List<String> REFUSED =
      List.of("LZWDecode", "LZW", "RunLengthDecode", "RL", "Crypt");
  private static final List<String> TEXTUAL = List.of("ASCII85Decode", "A85");

  private PdfFilters() {}

  static boolean areTame(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (COLUMNS.matcher(text).find()) {
      return false;
    }
    boolean packedText = false;
    Matcher filters = FILTER.matcher(text);
    while (filters.find()) {
      String value = filters.group(1);
      if (value == null || value.indexOf('#') >= 0 || value.indexOf('%') >= 0) {
        return false;
      }
      List<String> names = names(value);
      if (isPackedText(names)) {
        packedText = true;
      } else if (names.stream().anyMatch(REFUSED::contains)
          || names.stream().skip(1).anyMatch(GROWING::contains)) {
        return false;
      }
    }
    return areSmall(bytes, text, packedText);
  }

  private static List<String> names(String value) {
    return Stream.of(value.split("[\\[\\]/\\s\\x00]+", -1)).filter(n -> !n.isEmpty()).toList();
  }

  private static boolean isPackedText(List<String> names) {
    return names.size() == 2
        && TEXTUAL.contains(names.getFirst())
        && GROWING.contains(names.getLast());
  }

  /// Whatever a stream says it is, it is unpacked as if it were deflated.
  private static boolean areSmall(byte[] bytes, String text, boolean packedText) {
    long total = 0;
    Matcher streams = STREAM.matcher(text);
    while (streams.find()) {
      int from = streams.end();
      long one = unpacked(bytes, from);
      if (packedText) {
        one = Math.max(one, unpacked(Ascii85.decode(bytes, from), 0));
      }
      total += one;
      if (one > MOST_UNPACKED || total > MOST_IN_ALL) {
        return false;
      }
    }
    return true;
  }

  private static long unpacked(byte[] bytes, int from) {
    if (bytes.length - from <= HEADER) {
      return 0;
    }
    Inflater inflater = new Inflater(true);
    byte[] out = new byte[64 * 1024];
    long total = 0;
    try {
      inflater.setInput(bytes, from + HEADER, bytes.length - from - HEADER);
      for (int some = inflater.inflate(out); some > 0 && total <= MOST_UNPACKED; ) {
        total += some;
        some = inflater.inflate(out);
      }
    } catch (DataFormatException e) {
      // Not deflated, or broken from here on.
      return total;
    } finally {
      inflater.end();
    }
    return total;
  }
}
