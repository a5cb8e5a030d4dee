package cn.zhenrong.web;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Language;
import cn.zhenrong.page.Pages;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Says 429: a page for a browser, problem+json for a machine. Made beforehand as far as it can be:
/// it is sent most when there is least time for it.
@Component
class Refusal {
  private static final Texts TEXTS = Texts.beside(Refusal.class);
  private static final int STATUS = 429;
  private static final long SECOND = 1_000_000_000L;

  private final Problems problems;
  private final Map<Language, byte[]> pages = new EnumMap<>(Language.class);

  Refusal(Problems problems, PublicBase base) {
    this.problems = problems;
    String host = base.authority().toLowerCase(Locale.ROOT);
    for (Language language : Language.values()) {
      Frame frame = new Frame(language, host, "/?lang=" + language.other().parameter());
      pages.put(language, Pages.error(frame, STATUS, null).getBytes(StandardCharsets.UTF_8));
    }
  }

  /// @param nanos after which asking again makes sense
  void write(long nanos, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long seconds = Math.max(1, (nanos + SECOND - 1) / SECOND);
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    response.setHeader("X-Content-Type-Options", "nosniff");
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    if (accept == null || !accept.contains(MediaType.TEXT_HTML_VALUE)) {
      // So that a script on another site, which may read the answers, can read this one as well.
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
      problems.write(
          Problem.of(ProblemKind.TOO_MANY_REQUESTS, TEXTS.words("too-many", seconds)), response);
      return;
    }
    byte[] page = page(request);
    response.setStatus(STATUS);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Content-Security-Policy", Pages.contentSecurityPolicy());
    response.setHeader(HttpHeaders.VARY, "Accept-Language");
    response.getOutputStream().write(page);
  }

  private byte[] page(HttpServletRequest request) {
    Language language =
        Language.choose(
            asked(request.getQueryString()), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    byte[] page = pages.get(language);
    if (page == null) {
      throw new IllegalStateException("a page in each language");
    }
    return page;
  }

  private static @Nullable String asked(@Nullable String query) {
    int at = query == null ? -1 : ("&" + query).indexOf("&lang=");
    return query == null || at < 0 ? null : query.substring(at + 5).replaceFirst("&.*", "");
  }
}
