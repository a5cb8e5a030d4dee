package cn.zhenrong.lookup;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.lookup.Identified.Item;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.LinkPage;
import cn.zhenrong.page.Wording;
import cn.zhenrong.problem.Words;
import java.util.List;

/// Links as a page for people. The defaults are one button and no part of the list.
///
/// @param query what goes along from page to page
/// @param jsonLd the same as a linkset in JSON-LD
record LinkPages(Identified found, PublicBase base, Frame frame, String query, String jsonLd) {

  /// @param levels the garment's own first if one was asked for
  /// @param shown those of `levels`, or one of them with some of its links
  LinkPage page(LinkPage.Asked asked, List<Level> levels, List<Level> shown) {
    Level first = levels.getFirst();
    return new LinkPage(
        frame,
        asked,
        local(first.links().getFirst().href()),
        wording(first.links().getFirst().title().words()),
        shown.stream().map(this::level).toList(),
        jsonLd);
  }

  private LinkPage.Level level(Level level) {
    boolean garment = found instanceof Item && level.anchor().equals(base.origin() + found.path());
    return new LinkPage.Level(
        garment ? LinkPage.Scope.GARMENT : LinkPage.Scope.PRODUCT,
        level.description(),
        level.anchor(),
        level.links().stream()
            .filter(link -> !link.type().startsWith(LinkType.DEFAULT))
            .map(this::entry)
            .toList());
  }

  private LinkPage.Entry entry(Link link) {
    return new LinkPage.Entry(
        wording(link.title().words()),
        local(link.href()),
        link.type(),
        link.languages().size() == 1 ? link.languages().getFirst() : null,
        link.mediaType());
  }

  /// Our own pages by their path, and in the reader's language.
  private String local(String href) {
    String origin = base.origin();
    if (!href.startsWith(origin + "/")) {
      return href;
    }
    String path = href.substring(origin.length());
    return path.startsWith("/api/") ? path : path + query;
  }

  private static Wording wording(Words words) {
    return new Wording(words.zh(), words.en());
  }
}
