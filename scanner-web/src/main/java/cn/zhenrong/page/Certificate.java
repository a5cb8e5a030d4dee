package cn.zhenrong.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to one check as a paper for a refund: what the page said, when, and how anybody
/// checks it. Chinese first, English beside it.
///
/// @param page what the consumer page showed at that time
/// @param at when
/// @param origin the batch, and where all this is found
public record Certificate(ScanPage page, Instant at, Origin origin) {

  /// @param manifestDigest SHA-256 of the manifest's public copy, in hex; null if there is none
  /// @param codeText what the code's symbol reads
  /// @param pageUrl the consumer page, with scheme and host
  /// @param manifestUrl the manifest, likewise
  public record Origin(
      String batch,
      @Nullable String manifestDigest,
      String codeText,
      String pageUrl,
      String manifestUrl) {}

  /// Rows under a heading.
  public record Block(Wording heading, List<Row> rows) {}

  /// @param label null for a paragraph
  public record Row(@Nullable Wording label, Wording value) {}

  /// The title of the paper.
  public Wording title() {
    return text("certificate.title");
  }

  /// The verdict with its word, as the bar of the page has it.
  public Wording verdict() {
    Tone tone = page.verdict().situation().tone();
    return text("tone." + tone).then(text("certificate.colon")).then(page.verdict().title());
  }

  /// What stands below title and verdict, in order.
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(checked());
    if (page.composition() != null) {
      blocks.add(composition(page.composition(), page.verdict().doubt()));
    }
    if (page.panels().report() != null) {
      blocks.add(report(page.panels().report()));
    }
    blocks.add(goods());
    if (page.panels().queries() != null) {
      blocks.add(queries(page.panels().queries()));
    }
    blocks.add(new Block(text("certificate.limits"), List.of(said("certificate.limits.text"))));
    blocks.add(howToCheck());
    return blocks;
  }

  private Block checked() {
    Rows rows = new Rows();
    rows.add("certificate.at", text("certificate.china-time", Dates.minute(at)));
    rows.add("serial.label", Wording.same(page.serial()));
    page.verdict().observed().forEach(fact -> rows.paragraph(fact));
    return rows.under("certificate.check");
  }

  private static Block composition(Composition composition, @Nullable Wording doubt) {
    Rows rows = new Rows();
    if (doubt != null) {
      rows.paragraph(doubt);
    }
    Wording then = doubt == null ? Wording.same("") : text("composition.then");
    for (Composition.Part part : composition.parts()) {
      PartView view = PartView.of(part);
      if (!part.name().zh().isEmpty()) {
        rows.add("certificate.part", part.name());
      }
      rows.add(
          "composition.declared",
          part.declared().stream()
              .map(fibre -> share(fibre.name(), fibre.percent()))
              .reduce(Certificate::comma)
              .orElseThrow());
      part.tested().stream()
          .map(fibre -> share(fibre.name(), fibre.percent()))
          .reduce(Certificate::comma)
          .ifPresent(tested -> rows.add("composition.tested", tested));
      rows.paragraph(
          then.then(
              new Wording(
                  view.sentence(Language.ZH, composition.standard()).text(),
                  view.sentence(Language.EN, composition.standard()).text())));
    }
    return rows.under("composition.title");
  }

  private static Block report(ReportPanel report) {
    Rows rows = new Rows();
    rows.add("report.number", Wording.same(report.number()));
    rows.add("report.lab", Wording.same(report.lab()));
    rows.add("report.date", Wording.same(report.issuedOn().toString()));
    rows.add("report.sampling", text("report.sampling." + report.sampling()));
    if (report.sampling() == Sampling.SUBMITTED) {
      rows.paragraph(text("submitted.only"));
    }
    if (report.coverage().lapsed()) {
      rows.paragraph(text("report.lapsed"));
    }
    report.lacks().forEach(lack -> rows.paragraph(text("report.lack." + lack)));
    return rows.under("report.title");
  }

  private Block goods() {
    Rows rows = new Rows();
    MakerPanel maker = page.panels().maker();
    if (maker != null) {
      rows.plain("maker.title", maker.name());
      rows.plain("maker.address", maker.address());
    }
    StylePanel style = page.panels().style();
    if (style != null) {
      rows.plain("style.name", style.name());
      rows.plain("style.number", style.styleNo());
      rows.plain("style.colour", style.colour());
      rows.plain("style.size", style.size());
      rows.plain("style.standard", style.standard());
    }
    rows.plain("certificate.batch", origin.batch());
    return rows.under("certificate.goods");
  }

  private static Block queries(QueryRecord queries) {
    Rows rows = new Rows();
    Instant first = queries.first();
    Wording when = first == null ? text("queries.none") : Wording.same(Dates.minute(first));
    Wording where = queries.province();
    rows.add("queries.first", where == null ? when : when.then(Wording.same(" · ")).then(where));
    rows.add("queries.sessions", text("queries.sessions.value", Long.toString(queries.sessions())));
    if (queries.opened() != null) {
      rows.plain("queries.opened", Dates.minute(queries.opened()));
    }
    return rows.under("queries.title");
  }

  private Block howToCheck() {
    Rows rows = new Rows();
    rows.paragraph(text("certificate.how.page", origin.pageUrl()));
    if (origin.manifestDigest() != null) {
      rows.paragraph(
          text("certificate.how.manifest", origin.manifestUrl(), origin.manifestDigest()));
    }
    rows.paragraph(text("certificate.how.symbol"));
    return rows.under("certificate.how");
  }

  private static Wording share(Wording fibre, String percent) {
    return fibre.then(Wording.same(" " + percent + "%"));
  }

  private static Wording comma(Wording one, Wording other) {
    return one.then(new Wording("，", ", ")).then(other);
  }

  private static Row said(String key) {
    return new Row(null, text(key));
  }

  private static Wording text(String key, Object... arguments) {
    return new Wording(
        PageWords.text(Language.ZH, key, arguments), PageWords.text(Language.EN, key, arguments));
  }

  /// Rows as they are gathered.
  private static final class Rows {
    private final List<Row> rows = new ArrayList<>();

    void add(String key, Wording value) {
      rows.add(new Row(text(key), value));
    }

    void plain(String key, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        add(key, Wording.same(value));
      }
    }

    void paragraph(Wording words) {
      rows.add(new Row(null, words));
    }

    Block under(String key) {
      return new Block(text(key), List.copyOf(rows));
    }
  }
}
