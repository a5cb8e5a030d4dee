package cn.zhenrong.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The laboratory report behind the label, as far as the public sees it.
///
/// @param number the report's number
/// @param lab the laboratory's name
/// @param issuedOn its date
/// @param method test method, such as `GB/T 16988-2013`
/// @param sampling how the sample was taken
/// @param coverage what it covers and whether it still holds
/// @param links where to read more
/// @param lacks what a reader would expect and is not there
public record ReportPanel(
    String number,
    String lab,
    LocalDate issuedOn,
    @Nullable String method,
    Sampling sampling,
    Coverage coverage,
    Links links,
    List<Lack> lacks) {

  public ReportPanel {
    lacks = List.copyOf(lacks);
  }

  /// A report that lacks nothing.
  public ReportPanel(
      String number,
      String lab,
      LocalDate issuedOn,
      @Nullable String method,
      Sampling sampling,
      Coverage coverage,
      Links links) {
    this(number, lab, issuedOn, method, sampling, coverage, links, List.of());
  }

  /// What is not there: facts, for the reader to weigh. The names stand in the public JSON.
  public enum Lack {
    /// The laboratory is not in the association's register.
    LAB_NOT_REGISTERED,
    /// Nobody has put the laboratory's own document on file.
    ORIGINAL_NOT_ON_FILE
  }

  /// What a report covers.
  ///
  /// @param quantity pieces it covers; null if it does not say
  /// @param lapsed whether it has expired or was withdrawn
  public record Coverage(@Nullable Long quantity, boolean lapsed) {}

  /// Where to read more of a report.
  ///
  /// @param view our page of its results, watermarked with the serial; a path of this site
  /// @param lab the laboratory's own site, to check the number there; `https`
  public record Links(@Nullable String view, @Nullable String lab) {

    /// Nowhere.
    public static final Links NONE = new Links(null, null);

    /// @throws IllegalArgumentException if a link may not stand on the page
    public Links {
      Addresses.requireLocal(view);
      Addresses.requireHttps(lab);
    }
  }
}
