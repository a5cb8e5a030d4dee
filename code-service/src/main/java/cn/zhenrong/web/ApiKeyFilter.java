package cn.zhenrong.web;

import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Credentials;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs in whoever sends `Authorization: Bearer` with an API key. A wrong key is an error even on
/// a public path: a machine that thinks it is signed in should learn that it is not.
class ApiKeyFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Credentials credentials;
  private final Problems problems;

  ApiKeyFilter(Credentials credentials, Problems problems) {
    this.credentials = credentials;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header == null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Caller> caller;
    try {
      caller =
          header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
              ? credentials.byApiKey(header.substring(SCHEME.length()).strip())
              : Optional.empty();
    } catch (DataAccessException | TransactionException e) {
      problems.write(Problem.of(ProblemKind.STORE_UNAVAILABLE), response);
      return;
    }
    if (caller.isEmpty()) {
      problems.write(Problem.of(ProblemKind.NOT_SIGNED_IN), response);
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(signedIn(caller.get()));
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }

  static UsernamePasswordAuthenticationToken signedIn(Caller caller) {
    return UsernamePasswordAuthenticationToken.authenticated(
        caller, null, List.of(new SimpleGrantedAuthority("ROLE_" + caller.role())));
  }
}
