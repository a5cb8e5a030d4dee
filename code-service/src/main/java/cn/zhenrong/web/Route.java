package cn.zhenrong.web;

import jakarta.servlet.http.HttpServletRequest;

/// What a path means to the limits.
enum Route {
  /// For people who have signed in, or for whoever watches over the service.
  STAFF,
  /// For anybody.
  OPEN,
  /// For anybody, and 404 means that a code, or a case, does not exist.
  CODE,
  /// A form that is kept: what a shopper reports.
  REPORT,
  /// The bulk check.
  CHECK;

  private static final String CODES = "/api/v1/codes/";

  /// By the path as the dispatcher sees it: decoded, so that no spelling gets around.
  static Route of(HttpServletRequest request) {
    String path = request.getServletPath();
    // Under it signs are let through that make another path of it elsewhere.
    if (request.getRequestURI().startsWith("/01/")) {
      return CODE;
    }
    if (path.startsWith("/api/")) {
      return api(request, path);
    }
    if (path.startsWith("/actuator")) {
      // Health is for anybody, and asks the stores.
      return path.startsWith("/actuator/health") ? OPEN : STAFF;
    }
    if (request.getMethod().equals("POST")
        && path.startsWith("/scan/")
        && (path.endsWith("/problem") || path.endsWith("/opened"))) {
      return REPORT;
    }
    boolean code =
        path.startsWith("/scan/")
            || path.startsWith("/eh")
            || path.startsWith("/ex")
            || path.equals("/scan")
            || path.startsWith("/01/")
            || path.startsWith("/S/")
            || path.startsWith("/s/")
            || path.startsWith("/cases/");
    return code ? CODE : OPEN;
  }

  private static Route api(HttpServletRequest request, String path) {
    if (path.equals(CODES + "check")) {
      return CHECK;
    }
    String method = request.getMethod();
    boolean reads = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    if (!reads) {
      return STAFF;
    }
    if (path.startsWith(CODES)) {
      return CODE;
    }
    boolean open =
        path.equals("/api/v1/rule-sets")
            || (path.startsWith("/api/v1/batches/") && path.endsWith("/manifest"));
    return open ? OPEN : STAFF;
  }
}
