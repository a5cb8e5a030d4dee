package cn.zhenrong.web;

import cn.zhenrong.problem.ProblemBody;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Words;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// The answer to a request the container could not read, before any filter of ours: a page for a
/// browser, problem+json for anybody else. It repeats nothing of the request.
public final class BareErrors extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String accept = request.getHeader("Accept");
    boolean browser = accept != null && accept.contains("text/html");
    response.setContentType(browser ? "text/html" : "application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", "no-store");
    try {
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(browser ? page(status) : problem(status));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException clientGone) {
      container.getLogger().debug("nobody there to tell", clientGone);
    }
  }

  private static ProblemKind kind(int status) {
    return status < 500 ? ProblemKind.MALFORMED_REQUEST : ProblemKind.INTERNAL;
  }

  private static String problem(int status) {
    Words title = kind(status).title();
    return "{\"type\":\""
        + ProblemBody.TYPE_PREFIX
        + kind(status).slug()
        + "\",\"title\":\""
        + title.zh()
        + "\",\"status\":"
        + status
        + ",\"titles\":{\"zh\":\""
        + title.zh()
        + "\",\"en\":\""
        + title.en()
        + "\"}}";
  }

  private static String page(int status) {
    Words title = kind(status).title();
    return "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + status
        + "</title><main><h1>"
        + title.zh()
        + "</h1><p lang=\"en\">"
        + title.en()
        + "</p></main></html>";
  }
}
