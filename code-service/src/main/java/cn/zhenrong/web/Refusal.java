package cn.zhenrong.web;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Language;
import cn.zhenrong.page.Pages;
import cn.zhenrong.party.Audit;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Refuses before any controller is at work: with a page for a browser, problem+json for a machine.
/// The page of 429 is made beforehand: it is sent most when there is least time for it.
@Component
class Refusal {
  private static final Texts TEXTS = Texts.beside(Refusal.class);
  private static final int STATUS = 429;
  private static final long SECOND = 1_000_000_000L;

  private final Problems problems;
  private final String host;
  private final Map<Language, byte[]> tooMany = new EnumMap<>(Language.class);

  Refusal(Problems problems, PublicBase base) {
    this.problems = problems;
    this.host = base.authority().toLowerCase(Locale.ROOT);
    for (Language language : Language.values()) {
      tooMany.put(language, page(language, STATUS, null));
    }
  }

  /// Says what is wrong with a request.
  void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getRequestURI().startsWith("/api/") || !isBrowser(request)) {
      problems.write(problem, response);
      return;
    }
    int status = Problems.status(problem.kind()).value();
    send(page(language(request), status, Audit.requestId()), status, response);
  }

  /// Says 429.
  ///
  /// @param nanos after which asking again makes sense
  void write(long nanos, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long seconds = Math.max(1, (nanos + SECOND - 1) / SECOND);
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (!isBrowser(request)) {
      // So that a script on another site, which may read the answers, can read this one as well.
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
      problems.write(
          Problem.of(ProblemKind.TOO_MANY_REQUESTS, TEXTS.words("too-many", seconds)), response);
      return;
    }
    byte[] page = tooMany.get(language(request));
    if (page == null) {
      throw new IllegalStateException("a page in each language");
    }
    send(page, STATUS, response);
  }

  private byte[] page(Language language, int status, @Nullable String requestId) {
    Frame frame = new Frame(language, host, "/?lang=" + language.other().parameter());
    return Pages.error(frame, status, requestId);
  }

  private static boolean isBrowser(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }

  private static void send(byte[] page, int status, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Content-Security-Policy", Pages.contentSecurityPolicy());
    response.setHeader(HttpHeaders.VARY, "Accept-Language");
    response.getOutputStream().write(page);
  }

  private static Language language(HttpServletRequest request) {
    return Language.choose(
        asked(request.getQueryString()), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static @Nullable String asked(@Nullable String query) {
    int at = query == null ? -1 : ("&" + query).indexOf("&lang=");
    return query == null || at < 0 ? null : query.substring(at + 5).replaceFirst("&.*", "");
  }
}
