package cn.zhenrong.page;

import gg.jte.Content;

/// The scripts of the pages. Each stands inside the pages that need it and nowhere else.
enum Script {
  /// Counts the verification.
  BEACON("beacon.js"),
  /// Makes a photo smaller before it is sent, and keeps a form from being sent twice.
  PHOTO("photo.js"),
  /// Checks signature, manifest and proof in the reader's own browser.
  EVIDENCE("evidence.js");

  private final String source;
  private final Content bytes;

  Script(String file) {
    this.source = Resources.text(file).strip();
    this.bytes = Resources.asItIs(source);
  }

  String source() {
    return source;
  }

  Content bytes() {
    return bytes;
  }
}
