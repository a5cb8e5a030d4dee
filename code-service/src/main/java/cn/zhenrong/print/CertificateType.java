package cn.zhenrong.print;

import cn.zhenrong.page.Certificate.Row;
import cn.zhenrong.page.Wording;
import java.util.List;

/// How the words of a certificate are set at one scale: Chinese first, the English smaller. What no
/// font can print becomes a question mark.
///
/// @param scale 1 for Chinese of 9 points and English of 7
record CertificateType(Fonts fonts, double scale) {
  private static final double ASCENT = 0.95;
  private static final double LABELS = Paper.points(38);
  private static final double BETWEEN = 6;

  Type of(Face face, double size, double leading) {
    return new Type(face, size * scale, leading);
  }

  private Type chinese() {
    return of(Face.TEXT, 9, 1.32);
  }

  private Type english() {
    return of(Face.TEXT, 7, 1.28);
  }

  /// A row in a column of `width` points.
  SetText row(Row row, double width) {
    Wording label = row.label();
    if (label == null) {
      return words(row.value(), width);
    }
    double values = LABELS * scale;
    return words(label, values - BETWEEN).with(words(row.value(), width - values), values, 0);
  }

  /// Both languages on one line where they fit, else one below the other.
  private SetText words(Wording words, double width) {
    SetText zh = lines(words.zh(), chinese(), Double.MAX_VALUE);
    if (words.en().equals(words.zh())) {
      return lines(words.zh(), chinese(), width);
    }
    SetText en = lines(words.en(), english(), Double.MAX_VALUE);
    double beside = zh.width() + BETWEEN * scale;
    if (beside + en.width() > width) {
      return below(words, chinese(), english(), width);
    }
    return zh.with(en, beside, (chinese().size() - english().size()) * ASCENT);
  }

  /// Both languages, one below the other; once where they say the same.
  SetText below(Wording words, Type chinese, Type english, double width) {
    SetText zh = lines(words.zh(), chinese, width);
    return words.en().equals(words.zh())
        ? zh
        : zh.with(lines(words.en(), english, width), 0, zh.height());
  }

  private SetText lines(String text, Type type, double width) {
    SetText set = SetText.NOTHING;
    for (String line : type.lines(printable(type.face(), text), width, fonts)) {
      PlacedText placed = new PlacedText(type.face(), type.size(), 0, type.size() * ASCENT, line);
      SetText one =
          new SetText(List.of(placed), type.width(line, fonts), type.size() * type.leading());
      set = set.with(one, 0, set.height());
    }
    return set;
  }

  private String printable(Face face, String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> fonts.canPrint(face, Character.toString(c)) ? c : '?')
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }
}
