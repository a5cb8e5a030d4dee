package cn.zhenrong.product;

import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The links of a style over HTTP: its maker writes them, the association may read them.
@RestController
@RequestMapping("/api/v1/styles/{style}/links")
class StyleLinkController {
  private final StyleLinks links;

  StyleLinkController(StyleLinks links) {
    this.links = links;
  }

  record LinkAnswer(
      String id,
      String type,
      String title,
      @Nullable String language,
      String url,
      @Nullable String mediaType) {
    static LinkAnswer of(StyleLink link) {
      return new LinkAnswer(
          Long.toString(link.id()),
          link.linkType(),
          link.title(),
          link.language(),
          link.url(),
          link.mediaType());
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  LinkAnswer add(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long style,
      @RequestBody NewStyleLink input) {
    return LinkAnswer.of(links.add(caller, new StyleId(style), input));
  }

  @GetMapping
  List<LinkAnswer> list(@AuthenticationPrincipal Caller caller, @PathVariable long style) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    return links.list(caller, new StyleId(style)).stream().map(LinkAnswer::of).toList();
  }

  /// Exchanges everything; what is left out is taken away.
  @PutMapping("/{id}")
  LinkAnswer change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long style,
      @PathVariable long id,
      @RequestBody NewStyleLink input) {
    return LinkAnswer.of(links.change(caller, new StyleId(style), id, input));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal Caller caller, @PathVariable long style, @PathVariable long id) {
    links.remove(caller, new StyleId(style), id);
  }
}
