package cn.zhenrong.page;

import org.jspecify.annotations.Nullable;

/// The consumer page of one code.
///
/// @param frame language, host and the switch to the other language
/// @param serial the serial as people read it, `XXXX-XXXX-XXXX-XXXX`
/// @param unsigned whether the label carries a signature and the link that was opened had none
/// @param verdict the verdict bar
/// @param composition declared beside tested; null when nothing may be shown of it
/// @param panels what else is known
/// @param actions what the reader can do
public record ScanPage(
    Frame frame,
    String serial,
    boolean unsigned,
    VerdictBar verdict,
    @Nullable Composition composition,
    Panels panels,
    Actions actions) {

  /// A page whose link had all that its label carries.
  public ScanPage(
      Frame frame,
      String serial,
      VerdictBar verdict,
      @Nullable Composition composition,
      Panels panels,
      Actions actions) {
    this(frame, serial, false, verdict, composition, panels, actions);
  }
}
