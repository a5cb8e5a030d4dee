package cn.zhenrong.web;

import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Credentials;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out with a password, for browsers. Machines use API keys.
@RestController
@RequestMapping("/api/v1/session")
class SessionController {
  private final Credentials credentials;
  private final SecurityContextRepository sessions;

  SessionController(Credentials credentials, SecurityContextRepository sessions) {
    this.credentials = credentials;
    this.sessions = sessions;
  }

  record SignIn(@Nullable String login, @Nullable String password) {
    @Override
    public String toString() {
      return "SignIn[hidden]";
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> signIn(
      @RequestBody SignIn input, HttpServletRequest request, HttpServletResponse response) {
    Caller caller =
        credentials
            .byPassword(
                input.login() == null ? "" : input.login(),
                input.password() == null ? "" : input.password())
            .orElseThrow(() -> Problem.of(ProblemKind.NOT_SIGNED_IN));
    HttpSession old = request.getSession(false);
    if (old != null) {
      // A session id known before signing in must not be worth anything after.
      old.invalidate();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(ApiKeyFilter.signedIn(caller));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
    return Map.of("name", caller.personName(), "role", caller.role().name());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }
}
