package cn.zhenrong.lookup;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.lookup.Identified.Item;
import cn.zhenrong.lookup.Identified.Product;
import cn.zhenrong.lookup.PageController.Html;
import cn.zhenrong.page.LinkPage;
import cn.zhenrong.page.Pages;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/// What the resolver sends, with the headers every answer has: `Vary`, the way to the linkset, and
/// how long it may be kept. What is said of one garment is never kept; what is said of a product is
/// for a minute, and asked for again by its tag.
@Component
class Documents {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final String VARY = "Accept, Accept-Language";
  private static final String CONTEXT_LINK =
      "<"
          + Linkset.CONTEXT
          + ">; rel=\"http://www.w3.org/ns/json-ld#context\";"
          + " type=\"application/ld+json\"";

  private final Answers answers;
  private final Visitor visitor;
  private final PublicBase base;
  private final JsonMapper json;

  Documents(Answers answers, Visitor visitor, PublicBase base, JsonMapper json) {
    this.answers = answers;
    this.visitor = visitor;
    this.base = base;
    this.json = json;
  }

  /// Not a redirect to somewhere else for good, and the method stays what it was.
  ResponseEntity<byte[]> redirect(Identified found, String to) {
    return headers(ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT), found)
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.LOCATION, to)
        .build();
  }

  /// The list of all links; in a form of JSON even for somebody who named none (2.9).
  ResponseEntity<byte[]> linkset(Identified found, List<Level> levels, Form form) {
    Form written = form == Form.PAGE ? Form.LINKSET : form;
    return written == Form.JSON_LD
        ? document(headers(ResponseEntity.ok(), found), found, written, Linkset.asJsonLd(levels))
        : document(
            headers(ResponseEntity.ok(), found, CONTEXT_LINK), found, written, Linkset.of(levels));
  }

  /// Several links between which the request does not decide (2.6.3, 7).
  ResponseEntity<byte[]> choices(Identified found, LinkChoice choice) {
    return headers(ResponseEntity.status(HttpStatus.MULTIPLE_CHOICES), found, CONTEXT_LINK)
        .cacheControl(CacheControl.noStore())
        .contentType(Form.LINKSET.mediaType())
        .body(json.writeValueAsBytes(Linkset.of(choice)));
  }

  /// Links for a reader, in whose page programs find them too (2.10).
  ///
  /// @param shown all levels, or one with some of its links
  /// @param asked `linkType` as it stood in the request
  ResponseEntity<byte[]> links(
      Identified found,
      LinkPage.Asked why,
      List<Level> levels,
      List<Level> shown,
      String asked,
      HttpServletRequest request) {
    String again = found.path() + "?linkType=" + UriUtils.encode(asked, StandardCharsets.UTF_8);
    LinkPages pages =
        new LinkPages(
            found,
            base,
            visitor.frame(request, again),
            Visitor.query(request),
            json.writeValueAsString(Linkset.asJsonLd(shown)));
    ResponseEntity<byte[]> page =
        Html.page(status(why), Pages.links(pages.page(why, levels, shown)));
    HttpHeaders headers = new HttpHeaders();
    headers.putAll(page.getHeaders());
    headers.remove(HttpHeaders.VARY);
    return headers(ResponseEntity.status(page.getStatusCode()), found)
        .headers(headers)
        .body(page.getBody());
  }

  private static HttpStatus status(LinkPage.Asked why) {
    return switch (why) {
      case ALL -> HttpStatus.OK;
      case CHOICE -> HttpStatus.MULTIPLE_CHOICES;
      case MISSING -> HttpStatus.NOT_FOUND;
    };
  }

  /// Facts and links in the terms of the GS1 Web Vocabulary and schema.org.
  ResponseEntity<byte[]> jsonLd(Identified found, List<Level> levels, HttpServletRequest request) {
    return document(
        headers(ResponseEntity.ok(), found),
        found,
        Form.JSON_LD,
        switch (found) {
          case Item item ->
              JsonLd.of(
                  answers.answer(item.code(), Visitor.signature(request), visitor.sender(request)),
                  levels);
          case Product product -> JsonLd.of(product, levels.getFirst());
        });
  }

  /// The problem of a code that never was, with the verdict's words.
  static Problem neverIssued() {
    return Problem.of(ProblemKind.NEVER_ISSUED)
        .with("verdict", CodeAnswer.Verdict.of(VerdictBar.of(Situation.NEVER_ISSUED)));
  }

  private ResponseEntity<byte[]> document(
      ResponseEntity.BodyBuilder answer, Identified found, Form form, Map<String, Object> content) {
    byte[] bytes = json.writeValueAsBytes(content);
    answer.contentType(form.mediaType());
    return switch (found) {
      case Item _ -> answer.cacheControl(CacheControl.noStore()).body(bytes);
      case Product _ -> keepable(answer, bytes);
    };
  }

  /// A minute from any cache, then again only if it changed.
  static ResponseEntity<byte[]> keepable(ResponseEntity.BodyBuilder answer, byte[] bytes) {
    return answer
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .eTag('"' + digest(bytes) + '"')
        .body(bytes);
  }

  /// @param links beside the one to the linkset
  private ResponseEntity.BodyBuilder headers(
      ResponseEntity.BodyBuilder answer, Identified found, String... links) {
    String linkset = base.origin() + found.path() + "?linkType=linkset";
    return answer
        .header(HttpHeaders.VARY, VARY)
        .header(
            HttpHeaders.LINK,
            "<" + linkset + ">; rel=\"linkset\"; type=\"application/linkset+json\"")
        .header(HttpHeaders.LINK, links);
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
