package cn.zhenrong.print;

/// A run of characters written in one mode.
///
/// @param start index of the first character in the text
/// @param end index after the last one
record Segment(Mode mode, int start, int end) {

  void write(byte[] text, BitWriter out, int version) {
    out.append(mode.indicator(), Mode.INDICATOR_BITS);
    out.append(end - start, mode.countBits(version));
    switch (mode) {
      case NUMERIC -> writeDigits(text, out);
      case ALPHANUMERIC -> writeAlphanumerics(text, out);
      case BYTE -> writeBytes(text, out);
    }
  }

  private void writeDigits(byte[] text, BitWriter out) {
    int i = start;
    for (; i + 3 <= end; i += 3) {
      out.append((text[i] - '0') * 100 + (text[i + 1] - '0') * 10 + text[i + 2] - '0', 10);
    }
    if (i + 2 == end) {
      out.append((text[i] - '0') * 10 + text[i + 1] - '0', 7);
    } else if (i + 1 == end) {
      out.append(text[i] - '0', 4);
    }
  }

  private void writeAlphanumerics(byte[] text, BitWriter out) {
    int i = start;
    for (; i + 2 <= end; i += 2) {
      int high = Mode.alphanumericValue(text[i]);
      out.append(high * 45 + Mode.alphanumericValue(text[i + 1]), 11);
    }
    if (i < end) {
      out.append(Mode.alphanumericValue(text[i]), 6);
    }
  }

  private void writeBytes(byte[] text, BitWriter out) {
    for (int i = start; i < end; i++) {
      out.append(text[i], 8);
    }
  }
}
