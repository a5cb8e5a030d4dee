package cn.zhenrong.evidence;

import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A laboratory as the association enters it.
///
/// @param checkUrl `https`; where anybody can check a report's number with the laboratory
/// @param accreditations at least one
public record NewLab(
    @Nullable String name,
    @Nullable String checkUrl,
    @Nullable List<@Nullable NewAccreditation> accreditations) {
  private static final int MOST = 12;
  private static final int LONGEST_URL = 300;
  private static final String URL = "https://[A-Za-z0-9.-]+(:[0-9]+)?(/[!-~]*)?";
  private static final Texts TEXTS = Texts.beside(NewLab.class);

  /// @param mark `CMA`, `CNAS` or `CAL`
  /// @param certificate number; twelve digits for CMA
  /// @param validFrom ISO 8601 date, first day
  /// @param validUntil last day
  public record NewAccreditation(
      @Nullable String mark,
      @Nullable String certificate,
      @Nullable String validFrom,
      @Nullable String validUntil) {}

  String readName(Fields fields) {
    return NewReport.named(fields, "name", name, 120);
  }

  static @Nullable String readCheckUrl(Fields fields, @Nullable String sent) {
    String url = fields.optionalText("checkUrl", sent, LONGEST_URL);
    if (url != null && !url.matches(URL)) {
      fields.refuse("checkUrl", "lab.check-url", TEXTS.words("lab.check-url"));
      return null;
    }
    return url;
  }

  static List<AccreditationRow> read(
      Fields fields, @Nullable List<@Nullable NewAccreditation> sent, long lab, LocalDate today) {
    if (sent == null || sent.isEmpty() || sent.size() > MOST) {
      fields.refuse("accreditations", "lab.marks", TEXTS.words("lab.marks", MOST));
      return List.of();
    }
    Dates dates = new Dates(fields, today);
    List<AccreditationRow> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      String path = "accreditations[" + i + "]";
      AccreditationRow row = row(fields, dates, path, sent.get(i), lab);
      if (!seen.add(row.mark() + row.validFrom())) {
        fields.refuse(path, "lab.twice", TEXTS.words("lab.twice"));
      }
      rows.add(row);
    }
    return rows;
  }

  private static AccreditationRow row(
      Fields fields, Dates dates, String path, @Nullable NewAccreditation sent, long lab) {
    NewAccreditation one = sent == null ? new NewAccreditation(null, null, null, null) : sent;
    LabMark mark = fields.choice(path + ".mark", one.mark(), List.of(LabMark.values()));
    String certificate = fields.text(path + ".certificate", one.certificate(), 40);
    if (!certificate.isEmpty() && !mark.isCertificate(certificate)) {
      fields.refuse(path + ".certificate", "lab.certificate", TEXTS.words("lab.certificate"));
    }
    LocalDate from = dates.any(path + ".validFrom", one.validFrom());
    LocalDate until = dates.any(path + ".validUntil", one.validUntil());
    dates.inOrder(from, until, path + ".validUntil", "lab.until");
    return new AccreditationRow(lab, mark.name(), certificate, from, until);
  }
}
