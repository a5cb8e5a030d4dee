package cn.zhenrong.print;

/// A face of our labels: the Latin font of its name, Chinese from the one Chinese font.
enum Face {
  TEXT("OpenSans-Regular.ttf"),
  STRONG("OpenSans-Semibold.ttf"),
  /// For serials: all characters equally wide.
  MONO("NotoMono-Regular.ttf");

  static final String CHINESE = "DroidSansFallbackFull.ttf";

  private final String latin;

  Face(String latin) {
    this.latin = latin;
  }

  String latin() {
    return latin;
  }
}
