package cn.zhenrong.lookup;

import cn.zhenrong.code.Profile;
import cn.zhenrong.evidence.Report;
import cn.zhenrong.evidence.ReportStatus;
import cn.zhenrong.evidence.Sampling;
import cn.zhenrong.issue.Line;
import cn.zhenrong.page.Actions;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.FromMaker;
import cn.zhenrong.page.MakerPanel;
import cn.zhenrong.page.Panels;
import cn.zhenrong.page.QueryRecord;
import cn.zhenrong.page.ReportPage;
import cn.zhenrong.page.ReportPanel;
import cn.zhenrong.page.ScanPage;
import cn.zhenrong.page.StylePanel;
import cn.zhenrong.page.Wording;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.StyleDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays an answer out as the consumer page's view records.
final class ScanPages {
  private static final int MOST_LINKS = 6;

  private ScanPages() {}

  /// @param beside what is known of the records beside the batch
  /// @param query language and signature, for links to other pages of the code
  static ScanPage scan(
      Answer answer, Beside.Known beside, Frame frame, @Nullable String nonce, String query) {
    String serial = answer.code().serial().text();
    StylePanel style = style(answer);
    return new ScanPage(
        frame,
        answer.code().serial().human(),
        answer.signature() == SignatureCheck.ABSENT
            && answer.code().batch().profile() == Profile.SIGNED,
        style.photo() == null ? answer.verdict().withoutPhoto() : answer.verdict(),
        Compositions.of(answer),
        new Panels(
            reportPanel(answer, "/scan/" + serial + "/report" + query, beside),
            List.of(),
            new MakerPanel(
                answer.facts().maker().name(),
                answer.facts().maker().address(),
                answer.facts().maker().phone()),
            style,
            new QueryRecord(
                answer.queries().first(),
                Mention.province(answer.queries()),
                answer.queries().sessions(),
                answer.queries().opened()),
            fromMaker(answer, beside)),
        new Actions(
            nonce,
            "/scans" + query,
            "/scan/" + serial + "/problem" + query,
            new Actions.Papers(
                "/scan/" + serial + "/evidence" + query,
                "/scan/" + serial + "/certificate.pdf" + query)));
  }

  static ReportPage report(Answer answer, Beside.Known beside, Frame frame, String query) {
    String serial = answer.code().serial().text();
    return new ReportPage(
        frame,
        answer.code().serial().human(),
        answer.verdict(),
        reportPanel(answer, null, beside),
        Compositions.of(answer),
        "/scan/" + serial + query);
  }

  private static ReportPanel reportPanel(
      Answer answer, @Nullable String view, Beside.Known beside) {
    Report report = answer.facts().report();
    return new ReportPanel(
        report.number(),
        report.lab(),
        report.issuedOn(),
        report.method(),
        report.sampling() == Sampling.DRAWN
            ? cn.zhenrong.page.Sampling.DRAWN
            : cn.zhenrong.page.Sampling.SUBMITTED,
        new ReportPanel.Coverage(report.coversQuantity(), report.status() != ReportStatus.VALID),
        new ReportPanel.Links(view, beside.lab() == null ? null : beside.lab().url()),
        Lacks.of(report, beside.lab()));
  }

  /// The address names the photo, so that it may be kept and another one has another.
  private static StylePanel.@Nullable Photo photo(Answer answer) {
    String digest = answer.facts().style().photoDigest();
    if (digest == null) {
      return null;
    }
    String path = "/scan/" + answer.code().serial().text() + "/photo?v=" + digest.substring(0, 8);
    return new StylePanel.Photo(path + "&size=small", path);
  }

  private static FromMaker fromMaker(Answer answer, Beside.Known beside) {
    StyleDetails details = answer.facts().style().details();
    return new FromMaker(
        details.careInBoth().stream().map(words -> new Wording(words.zh(), words.en())).toList(),
        details.storage(),
        beside.links().stream()
            .filter(link -> FromMaker.Link.mayStand(link.url()))
            .limit(MOST_LINKS)
            .map(link -> new FromMaker.Link(link.title(), link.url(), link.language()))
            .toList());
  }

  private static StylePanel style(Answer answer) {
    Style style = answer.facts().style();
    Line line = answer.code().line();
    return new StylePanel(
        style.name(),
        style.styleNo(),
        line.colour(),
        line.size(),
        style.safetyClass(),
        style.standard(),
        photo(answer));
  }
}
