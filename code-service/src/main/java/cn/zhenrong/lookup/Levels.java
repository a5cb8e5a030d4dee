package cn.zhenrong.lookup;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.code.ProductKey;
import cn.zhenrong.code.PublicBase;
import cn.zhenrong.issue.Code;
import cn.zhenrong.lookup.Link.Title;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.StyleLink;
import cn.zhenrong.product.Styles;
import cn.zhenrong.redis.Loads;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// What the resolver links to, level by level: the links we make for every code and product, and
/// those a maker added to the style. Nothing is registered below the GTIN but serials, so an
/// unknown variant or lot is answered by its GTIN (GS1-Conformant Resolver 1.2.1, 2.5.9).
@Service
class Levels {
  private static final Texts TEXTS = Texts.beside(Levels.class);

  private static final List<String> BOTH = List.of("zh", "en");
  private static final String HTML = "text/html";

  private static final Title PAGE = title("page");
  private static final Title LANDING = title("landing");
  private static final Title REPORT = title("report");
  private static final Title PROOF = title("proof");
  private static final Title DATA = title("data");
  private static final Title MANIFEST = title("manifest");
  private static final Title RECALL = title("recall");

  /// A style leaves its GTIN before its first label at most, but a new one may come any time.
  private static final Duration KNOWN = Duration.ofSeconds(30);

  private static final Duration UNKNOWN = Duration.ofSeconds(2);

  private final Answers answers;
  private final KnownFacts facts;
  private final Styles styles;
  private final KnownLinks links;
  private final PublicBase base;
  private final Loads loads;
  private final Cache<String, Optional<Style>> byGtin =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfter(
              Expiry.<String, Optional<Style>>creating(
                  (_, style) -> style.isPresent() ? KNOWN : UNKNOWN))
          .build();

  Levels(
      Answers answers,
      KnownFacts facts,
      Styles styles,
      KnownLinks links,
      PublicBase base,
      Loads loads) {
    this.answers = answers;
    this.facts = facts;
    this.styles = styles;
    this.links = links;
    this.base = base;
    this.loads = loads;
  }

  /// The style a GTIN stands on; asks the store at most once in a while, also for what is unknown.
  Optional<Style> style(Gtin gtin) {
    return byGtin.get(gtin.digits(), _ -> loads.now(() -> styles.find(gtin)));
  }

  /// The garment's own level, and that of its GTIN if it has one.
  List<Level> of(Code code) {
    List<Level> levels = new ArrayList<>();
    if (code.line().key() instanceof ProductKey.TradeItem product) {
      levels.add(item(code, List.of()));
      levels.add(of(product.gtin(), facts.of(code.batch()).value().style()));
    } else {
      levels.add(item(code, added(code.batch().style())));
    }
    return levels;
  }

  /// The level of all garments of a GTIN.
  Level of(Gtin gtin, Style style) {
    List<Link> all = new ArrayList<>(defaults("/", LANDING));
    all.add(link("pip", "/", LANDING));
    all.add(link("verificationService", "/", LANDING));
    all.addAll(added(style.id()));
    return new Level(base.origin() + "/01/" + gtin, style.name(), all);
  }

  private Level item(Code code, List<Link> more) {
    String serial = code.serial().text();
    String page = "/scan/" + serial;
    List<Link> all = new ArrayList<>(defaults(page, PAGE));
    all.add(link("pip", page, PAGE));
    all.add(link("certificationInfo", page + "/report", REPORT));
    all.add(json("verificationService", "/api/v1/codes/" + serial + "/proof", PROOF));
    all.add(json("masterData", "/api/v1/codes/" + serial, DATA));
    all.add(
        new Link(
            "jws",
            base.origin() + "/api/v1/batches/" + code.batch().id() + "/manifest",
            MANIFEST,
            List.of(),
            "application/jose"));
    if (answers.hold(code).isPresent()) {
      all.add(link("recallStatus", page, RECALL));
    }
    all.addAll(more);
    return new Level(base.origin() + code.path(), description(code), all);
  }

  private static String description(Code code) {
    return code.line().colour() + " " + code.line().size();
  }

  /// The default link and, for readers whose language is known, its two variants.
  private List<Link> defaults(String page, Title title) {
    String href = base.origin() + page;
    return List.of(
        Link.bare(LinkType.DEFAULT, href, title),
        inOne("zh", href, title.words().zh()),
        inOne("en", href, title.words().en()));
  }

  private static Link inOne(String language, String href, String title) {
    return new Link(
        LinkType.DEFAULT_MULTI,
        href + "?lang=" + language,
        Title.same(title),
        List.of(language),
        HTML);
  }

  private Link link(String type, String path, Title title) {
    return new Link(type, base.origin() + path, title, BOTH, HTML);
  }

  private Link json(String type, String path, Title title) {
    return new Link(type, base.origin() + path, title, List.of(), "application/json");
  }

  private List<Link> added(StyleId style) {
    return links.of(style).stream().map(Levels::link).toList();
  }

  private static Link link(StyleLink link) {
    return new Link(
        link.linkType(),
        link.url(),
        Title.same(link.title()),
        link.language() == null ? List.of() : List.of(link.language()),
        link.mediaType());
  }

  private static Title title(String text) {
    return Title.both(TEXTS.words("link." + text));
  }
}
