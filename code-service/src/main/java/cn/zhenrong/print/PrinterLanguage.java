package cn.zhenrong.print;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// What a label printer understands. The whole label goes over as dots: printers lack Chinese
/// fonts, and dots are the same on every make and can be tested as a picture.
enum PrinterLanguage {
  /// ZPL II, Zebra and many others: a graphic field in hexadecimal, 1 for black.
  ZPL {
    @Override
    byte[] label(Bitmap dots) {
      int bytes = dots.stride() * dots.height();
      StringBuilder zpl = new StringBuilder("^XA^PW").append(dots.width());
      zpl.append("^LL").append(dots.height()).append("^LH0,0^FO0,0^GFA,");
      zpl.append(bytes).append(',').append(bytes).append(',').append(dots.stride()).append(',');
      String above = "";
      for (int y = 0; y < dots.height(); y++) {
        String row = hex(dots, y);
        zpl.append(row.equals(above) ? ":" : row);
        above = row;
      }
      return ascii(zpl.append("^FS^PQ1^XZ\n").toString());
    }
  },

  /// TSPL, TSC and 佳博 among others: a bitmap in bytes, 0 for black. Gap and darkness stay as the
  /// printer is set.
  TSPL {
    @Override
    byte[] label(Bitmap dots) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(ascii("SIZE 60 mm,40 mm\r\nDIRECTION 1\r\nCLS\r\n"));
      out.writeBytes(ascii("BITMAP 0,0," + dots.stride() + "," + dots.height() + ",0,"));
      for (int y = 0; y < dots.height(); y++) {
        for (int column = 0; column < dots.stride(); column++) {
          out.write(~dots.octet(column, y));
        }
      }
      out.writeBytes(ascii("\r\nPRINT 1,1\r\n"));
      return out.toByteArray();
    }
  };

  /// The command that prints one label of these dots once.
  abstract byte[] label(Bitmap dots);

  /// A row in hexadecimal; a comma stands for zeros up to its end.
  private static String hex(Bitmap dots, int y) {
    byte[] row = new byte[dots.stride()];
    for (int column = 0; column < row.length; column++) {
      row[column] = dots.octet(column, y);
    }
    String hex = HexFormat.of().withUpperCase().formatHex(row);
    int end = hex.length();
    while (end > 0 && hex.charAt(end - 1) == '0') {
      end--;
    }
    return end == hex.length() ? hex : hex.substring(0, end) + ",";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
