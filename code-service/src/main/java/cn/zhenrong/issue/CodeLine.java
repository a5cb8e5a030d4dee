package cn.zhenrong.issue;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.PublicBase;
import cn.zhenrong.code.Serial;
import java.nio.charset.StandardCharsets;

/// What all codes of one line of a batch share in the file: how the text begins, how long it is,
/// and the columns after it.
///
/// @param textLength bytes of the printed text
/// @param columns `,style,colour,size,composition,standard,` in UTF-8
record CodeLine(Line line, PrintedText text, int textLength, byte[] columns) {
  private static final int SIGNED_TAIL = "?S=.".length() + 156;

  static CodeLine of(CodeFile file, PublicBase base, Line line) {
    PrintedText text = new PrintedText(base, line.key());
    int compact = base.printed().length() + line.key().stem().length() + Serial.LENGTH;
    int signed = file.statement() == null ? 0 : SIGNED_TAIL + file.statement().text().length();
    String columns =
        ","
            + Csv.field(file.style())
            + ","
            + Csv.field(line.colour())
            + ","
            + Csv.field(line.size())
            + ","
            + Csv.field(file.composition())
            + ","
            + Csv.field(file.standard())
            + ",";
    return new CodeLine(line, text, compact + signed, columns.getBytes(StandardCharsets.UTF_8));
  }

  long last() {
    return line.last();
  }
}
