package cn.zhenrong.page;

import org.jspecify.annotations.Nullable;

/// The public view of one report: its results, watermarked with the serial that was scanned. The
/// laboratory's own file is never shown.
///
/// @param frame language, host and the switch to the other language
/// @param serial the serial as people read it; drawn all over the page
/// @param verdict what can be said of the code, above all else
/// @param report the report
/// @param composition its results beside the label
/// @param backUrl the consumer page of the serial; a path of this site
public record ReportPage(
    Frame frame,
    String serial,
    VerdictBar verdict,
    ReportPanel report,
    @Nullable Composition composition,
    String backUrl) {

  /// @throws IllegalArgumentException if the URL leaves this site
  public ReportPage {
    Addresses.requireLocal(backUrl);
  }
}
