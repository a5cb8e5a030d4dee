package cn.zhenrong.lookup;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.code.ProductKey;
import cn.zhenrong.code.PublicBase;
import cn.zhenrong.issue.Code;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import cn.zhenrong.product.Style;
import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.StyleLink;
import cn.zhenrong.product.StyleLinks;
import cn.zhenrong.product.Styles;
import cn.zhenrong.redis.Loads;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

  /// A maker's new link shows within this time.
  private static final Duration FRESH = Duration.ofSeconds(2);

  private static final List<String> BOTH = List.of("zh", "en");
  private static final String HTML = "text/html";

  private final Answers answers;
  private final Styles styles;
  private final StyleLinks links;
  private final PublicBase base;
  private final Loads loads;
  private final Cache<String, Optional<Style>> byGtin = cache();
  private final Cache<Long, List<StyleLink>> added = cache();

  Levels(Answers answers, Styles styles, StyleLinks links, PublicBase base, Loads loads) {
    this.loads = loads;
    this.answers = answers;
    this.styles = styles;
    this.links = links;
    this.base = base;
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
      style(product.gtin()).ifPresent(style -> levels.add(of(product.gtin(), style)));
    } else {
      levels.add(item(code, added(code.batch().style())));
    }
    return levels;
  }

  /// The level of all garments of a GTIN.
  Level of(Gtin gtin, Style style) {
    List<Link> all = new ArrayList<>(defaults("/", "landing"));
    all.add(link("pip", "/", "landing", HTML));
    all.add(link("verificationService", "/", "landing", HTML));
    all.addAll(added(style.id()));
    return new Level(base.origin() + "/01/" + gtin, style.name(), all);
  }

  private Level item(Code code, List<Link> more) {
    String serial = code.serial().text();
    String page = "/scan/" + serial;
    List<Link> all = new ArrayList<>(defaults(page, "page"));
    all.add(link("pip", page, "page", HTML));
    all.add(link("certificationInfo", page + "/report", "report", HTML));
    all.add(json("verificationService", "/api/v1/codes/" + serial + "/proof", "proof"));
    all.add(json("masterData", "/api/v1/codes/" + serial, "data"));
    all.add(
        new Link(
            "jws",
            base.origin() + "/api/v1/batches/" + code.batch().id() + "/manifest",
            title("manifest"),
            List.of(),
            "application/jose"));
    if (answers.hold(code).isPresent()) {
      all.add(link("recallStatus", page, "recall", HTML));
    }
    all.addAll(more);
    return new Level(base.origin() + code.path(), description(code), all);
  }

  private static String description(Code code) {
    return code.line().colour() + " " + code.line().size();
  }

  /// The default link and, for readers whose language is known, its two variants.
  private List<Link> defaults(String page, String text) {
    String href = base.origin() + page;
    Words words = TEXTS.words("link." + text);
    return List.of(
        Link.bare(LinkType.DEFAULT, href, both(words)),
        new Link(LinkType.DEFAULT_MULTI, href + "?lang=zh", words.zh(), List.of("zh"), HTML),
        new Link(LinkType.DEFAULT_MULTI, href + "?lang=en", words.en(), List.of("en"), HTML));
  }

  private Link link(String type, String path, String text, String mediaType) {
    return new Link(type, base.origin() + path, title(text), BOTH, mediaType);
  }

  private Link json(String type, String path, String text) {
    return new Link(type, base.origin() + path, title(text), List.of(), "application/json");
  }

  private List<Link> added(StyleId style) {
    return added.get(style.value(), _ -> loads.now(() -> links.of(style))).stream()
        .map(Levels::link)
        .toList();
  }

  private static Link link(StyleLink link) {
    return new Link(
        link.linkType(),
        link.url(),
        link.title(),
        link.language() == null ? List.of() : List.of(link.language()),
        link.mediaType());
  }

  private static String title(String text) {
    return both(TEXTS.words("link." + text));
  }

  private static String both(Words words) {
    return words.zh() + " / " + words.en();
  }

  private static <K, V> Cache<K, V> cache() {
    return Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();
  }
}
