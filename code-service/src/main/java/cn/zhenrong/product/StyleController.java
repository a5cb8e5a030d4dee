package cn.zhenrong.product;

import cn.zhenrong.code.Gtin;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Listing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Styles over HTTP: a maker's own, all of them for the association.
@RestController
@RequestMapping("/api/v1/styles")
class StyleController {
  private final Styles styles;
  private final Describing describing;

  StyleController(Styles styles, Describing describing) {
    this.styles = styles;
    this.describing = describing;
  }

  record VariantAnswer(String colour, String size, @Nullable String gtin) {
    static VariantAnswer of(Variant variant) {
      return new VariantAnswer(variant.colour(), variant.size(), digits(variant.gtin()));
    }
  }

  record StyleAnswer(
      String id,
      String party,
      String styleNo,
      String name,
      @Nullable String gtin,
      List<String> markets,
      @Nullable String standard,
      @Nullable String safetyClass,
      List<VariantAnswer> variants,
      List<String> care,
      @Nullable String storage,
      @Nullable String ageGroup,
      @Nullable String spinning,
      @Nullable String photoDigest,
      Instant createdAt) {
    static StyleAnswer of(Style style) {
      return new StyleAnswer(
          style.id().toString(),
          style.party().toString(),
          style.styleNo(),
          style.name(),
          digits(style.gtin()),
          style.markets(),
          style.standard(),
          style.safetyClass(),
          style.variants().stream().map(VariantAnswer::of).toList(),
          style.details().care(),
          style.details().storage(),
          style.details().ageGroup() == null ? null : style.details().ageGroup().text(),
          style.details().spinning() == null ? null : style.details().spinning().text(),
          style.photoDigest(),
          style.createdAt());
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  StyleAnswer register(@AuthenticationPrincipal Caller caller, @RequestBody NewStyle input) {
    return StyleAnswer.of(styles.register(caller, input));
  }

  @GetMapping
  List<StyleAnswer> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String before) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    return styles.list(caller, Listing.read(limit, before)).stream().map(StyleAnswer::of).toList();
  }

  @GetMapping("/{id}")
  StyleAnswer get(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
    caller.require(Role.MAKER, Role.ASSOCIATION);
    return StyleAnswer.of(styles.get(caller, new StyleId(id)));
  }

  /// Completes or corrects a style. Care, storage notes, age group and spinning are exchanged, what
  /// is left out is taken away. Standard, safety class and variants stay unless they are sent; once
  /// codes were applied for only further variants may come.
  @PutMapping("/{id}/details")
  StyleAnswer describe(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long id,
      @RequestBody NewDescription input) {
    return StyleAnswer.of(describing.describe(caller, new StyleId(id), input));
  }

  private static @Nullable String digits(@Nullable Gtin gtin) {
    return gtin == null ? null : gtin.digits();
  }
}
