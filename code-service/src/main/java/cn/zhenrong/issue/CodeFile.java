package cn.zhenrong.issue;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.code.Serial;
import cn.zhenrong.code.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file of a batch's codes: what is the same in every row, and how long each row is. The length
/// of the whole is known before the first code is computed, so a broken download shows.
///
/// @param statement what is signed; null for compact codes
/// @param style the maker's style number
/// @param pack labels to a pack
record CodeFile(
    Batch batch,
    @Nullable Statement statement,
    String style,
    String composition,
    String standard,
    int pack) {
  /// The byte order mark tells spreadsheets that this is UTF-8.
  static final byte[] HEAD =
      "\uFEFFsequence,serial,human,url,style,colour,size,composition,standard,pack\r\n"
          .getBytes(StandardCharsets.UTF_8);

  private static final int HUMAN = Serial.LENGTH + 3;
  private static final int FIXED = 1 + Serial.LENGTH + 1 + HUMAN + 1 + 2;

  List<CodeLine> lines(PublicBase base) {
    return batch.lines().stream().map(line -> CodeLine.of(this, base, line)).toList();
  }

  /// Bytes of the rows first…last, without the head.
  long length(List<CodeLine> lines, long first, long last) {
    long length = 0;
    for (CodeLine line : lines) {
      long from = Math.max(first, line.line().firstSequence());
      long to = Math.min(last, line.last());
      if (from <= to) {
        length += (to - from + 1) * (FIXED + line.textLength() + line.columns().length);
      }
    }
    return length + digits(first, last) + packDigits(first, last);
  }

  long packOf(long sequence) {
    return (sequence - 1) / pack + 1;
  }

  private long packDigits(long first, long last) {
    long firstPack = packOf(first);
    long lastPack = packOf(last);
    if (firstPack == lastPack) {
      return (last - first + 1) * width(firstPack);
    }
    long inFirst = firstPack * pack - first + 1;
    long inLast = last - (lastPack - 1) * pack;
    long between = firstPack + 1 < lastPack ? digits(firstPack + 1, lastPack - 1) * pack : 0;
    return inFirst * width(firstPack) + between + inLast * width(lastPack);
  }

  /// How many digits the numbers from…to have together.
  private static long digits(long from, long to) {
    long sum = 0;
    for (long low = 1, width = 1; low <= to; low *= 10, width++) {
      long a = Math.max(from, low);
      long b = Math.min(to, low * 10 - 1);
      sum += Math.max(0, b - a + 1) * width;
    }
    return sum;
  }

  static int width(long number) {
    int width = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      width++;
    }
    return width;
  }
}
