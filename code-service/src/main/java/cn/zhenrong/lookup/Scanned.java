package cn.zhenrong.lookup;

import cn.zhenrong.code.Serial;
import org.jspecify.annotations.Nullable;

/// What stands in an address where a serial should stand. A report is worth most where there never
/// was such a code, so whatever was scanned goes with it, if it can be printed.
///
/// @param text letters, digits and hyphens, at most 64; empty for anything else
/// @param serial null if it is none
record Scanned(String text, @Nullable Serial serial) {
  private static final String PRINTABLE = "(?=.*[0-9A-Za-z])[0-9A-Za-z-]{1,64}";

  static Scanned of(String typed) {
    return Serial.read(typed)
        .map(serial -> new Scanned(serial.text(), serial))
        .orElseGet(() -> new Scanned(typed.matches(PRINTABLE) ? typed : "", null));
  }

  /// As people read it; null if there is nothing to read.
  @Nullable String human() {
    if (serial != null) {
      return serial.human();
    }
    return text.isEmpty() ? null : text;
  }

  /// A page about it.
  String path(String page) {
    return "/scan/" + (text.isEmpty() ? "-" : text) + page;
  }
}
