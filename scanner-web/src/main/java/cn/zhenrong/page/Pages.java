package cn.zhenrong.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages people see, each as one HTML document in UTF-8 that asks the network for nothing but
/// the photo of the style. Send them with [#contentSecurityPolicy()], `Cache-Control: no-store` and
/// `X-Robots-Tag: noindex`.
public final class Pages {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "cn.zhenrong.page.templates");

  private Pages() {}

  /// The `Content-Security-Policy` of every page: our style sheet and our scripts by their digests,
  /// nothing else inline, nothing from another site.
  public static String contentSecurityPolicy() {
    return Assets.POLICY;
  }

  /// The consumer page of one code.
  public static byte[] scan(ScanPage page) {
    View view =
        new View(
            page.frame(),
            page.actions().nonce(),
            page.actions().nonce() == null ? null : Script.BEACON);
    return render("scan.jte", view, Map.of("page", page));
  }

  /// The red page of a code that was never issued. It shows nothing of what was typed.
  ///
  /// @param scannedHost the domain that was scanned; null if it is the page’s own
  /// @param problemUrl where to report a problem; a path of this site
  public static byte[] neverIssued(
      Frame frame, @Nullable String scannedHost, @Nullable String problemUrl) {
    VerdictFacts facts =
        VerdictFacts.NONE.scannedAt(scannedHost == null ? frame.host() : scannedHost);
    if (scannedHost != null) {
      facts =
          facts.observing(
              List.of(
                  new Wording(
                      PageWords.text(Language.ZH, "never.elsewhere", PlainText.of(scannedHost)),
                      PageWords.text(Language.EN, "never.elsewhere", PlainText.of(scannedHost)))));
    }
    return never(
        frame, VerdictBar.of(Situation.NEVER_ISSUED, facts), problemUrl, scannedHost == null);
  }

  /// The red page of a link written as none of ours is. It shows nothing of it.
  ///
  /// @param problemUrl where to report a problem; a path of this site
  public static byte[] notOurs(Frame frame, @Nullable String problemUrl) {
    Headline headline =
        new Headline(
            PageWords.both("foreign.lead"),
            new Wording("：", ": "),
            PageWords.both("foreign.rest"),
            List.of());
    List<Wording> advice =
        List.of(PageWords.both("foreign.advice.1"), PageWords.both("foreign.advice.2"));
    VerdictBar verdict = new VerdictBar(Situation.NEVER_ISSUED, headline, List.of(), advice);
    return never(frame, verdict, problemUrl, false);
  }

  private static byte[] never(
      Frame frame, VerdictBar verdict, @Nullable String problemUrl, boolean typed) {
    Actions actions = new Actions(null, problemUrl, Actions.Papers.NONE);
    return render(
        "never-issued.jte",
        new View(frame),
        Map.of("verdict", verdict, "actions", actions, "typed", typed));
  }

  /// The landing page, with a form to type a code by hand: `GET /scan?code=…`.
  public static byte[] home(Frame frame) {
    return render("home.jte", new View(frame), Map.of());
  }

  /// The form again, with what was typed and what is wrong with it.
  ///
  /// @param problemUrl where to report a problem; a path of this site
  public static byte[] mistyped(Frame frame, TypedCode typed, @Nullable String problemUrl) {
    Addresses.requireLocal(problemUrl);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("typed", typed);
    parameters.put("problemUrl", problemUrl);
    return render("mistyped.jte", new View(frame), parameters);
  }

  /// The public view of a report, watermarked with the serial.
  public static byte[] report(ReportPage page) {
    return render("report.jte", new View(page.frame()), Map.of("page", page));
  }

  /// The rule sets labels are judged by.
  public static byte[] rules(RulesPage page) {
    return render("rules.jte", new View(page.frame()), Map.of("page", page));
  }

  /// One rule set with its rules.
  public static byte[] ruleSet(RuleSetPage page) {
    return render("rule_set.jte", new View(page.frame()), Map.of("page", page));
  }

  /// The page for a request that could not be answered.
  ///
  /// @param status the HTTP status; its words are ours for 400, 404, 405, 429, 500 and 503
  /// @param requestId what to quote when asking for help
  public static byte[] error(Frame frame, int status, @Nullable String requestId) {
    ErrorView error = ErrorView.of(status, requestId);
    return render("error.jte", new View(frame), Map.of("error", error));
  }

  /// What follows a form post to `/scans`: the verification is counted.
  ///
  /// @param verdict what can be said of the code, above all else
  /// @param opened whether the reader said that the package had just been opened
  /// @param backUrl the consumer page of the code; a path of this site, or null
  /// @param numberUrl where one who opened the package gets a number for it; the same
  public static byte[] thanks(
      Frame frame,
      @Nullable VerdictBar verdict,
      boolean opened,
      @Nullable String backUrl,
      @Nullable String numberUrl) {
    Addresses.requireLocal(backUrl);
    Addresses.requireLocal(numberUrl);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("verdict", verdict);
    parameters.put("opened", opened);
    parameters.put("backUrl", backUrl);
    parameters.put("numberUrl", numberUrl);
    return render("thanks.jte", new View(frame), parameters);
  }

  /// The form of a report, or of a package that was just opened.
  public static byte[] caseForm(CaseForm form) {
    return render(
        "case_form.jte", new View(form.frame(), null, Script.PHOTO), Map.of("form", form));
  }

  /// One case as whoever has its number may follow it.
  public static byte[] caseFile(CaseFile file) {
    return render("case_file.jte", new View(file.frame()), Map.of("file", file));
  }

  /// The form that asks for the number of a case.
  ///
  /// @param typed what was typed and names no case; null if nothing was
  public static byte[] caseSearch(Frame frame, @Nullable String typed) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("typed", typed);
    return render("case_search.jte", new View(frame), parameters);
  }

  /// What a code's validity rests on, to be checked by the reader.
  public static byte[] evidence(EvidencePage page) {
    return render(
        "evidence.jte", new View(page.frame(), null, Script.EVIDENCE), Map.of("page", page));
  }

  /// The links behind a code, for people.
  public static byte[] links(LinkPage page) {
    return render("links.jte", new View(page.frame()), Map.of("page", page));
  }

  private static byte[] render(String template, View view, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("view", view);
    Utf8ByteOutput output = new Utf8ByteOutput();
    ENGINE.render(template, all, output);
    return output.toByteArray();
  }
}
