package cn.zhenrong.web;

import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Idempotency;
import cn.zhenrong.party.Idempotency.Answer;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Makes every staff POST with an `Idempotency-Key` happen once. The key's row, the work and the
/// kept answer are one transaction: it starts here, the services join it, and an answer of 400 or
/// above rolls all of it back.
class IdempotencyFilter extends OncePerRequestFilter {
  static final String HEADER = "Idempotency-Key";
  private static final Texts TEXTS = Texts.beside(IdempotencyFilter.class);
  private static final int LONGEST_KEY = 128;

  private final Idempotency idempotency;
  private final TransactionTemplate transaction;
  private final Problems problems;

  IdempotencyFilter(Idempotency idempotency, TransactionTemplate transaction, Problems problems) {
    this.idempotency = idempotency;
    this.transaction = transaction;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // As the controllers see it: %63odes.zip is codes.zip.
    String path = request.getServletPath();
    return !request.getMethod().equals("POST")
        || request.getHeader(HEADER) == null
        // A new API key is shown once and kept nowhere, not even here.
        || path.endsWith("/keys")
        // What is true of a code now is not what was true a week ago.
        || path.equals("/api/v1/codes/check")
        // A stream is not kept: each is a download of its own.
        || path.endsWith("/codes.zip");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof Caller caller)) {
      chain.doFilter(request, response);
      return;
    }
    String key = request.getHeader(HEADER);
    try {
      if (key.isEmpty()
          || key.length() > LONGEST_KEY
          || !key.chars().allMatch(c -> c > 32 && c < 127)) {
        throw Problem.invalid(HEADER, "idempotency-key", TEXTS.words("idempotency-key"));
      }
      once(caller, key, new KeptBody(request), response, chain);
    } catch (Problem problem) {
      problems.write(problem, response);
    } catch (ConcurrencyFailureException e) {
      problems.write(Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("race")), response);
    } catch (DataAccessException | TransactionException e) {
      problems.write(Problem.of(ProblemKind.STORE_UNAVAILABLE), response);
    }
  }

  private void once(
      Caller caller, String key, KeptBody request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
    Failure failure = new Failure();
    try {
      transaction.executeWithoutResult(
          status -> inside(caller, key, request, kept, chain, status, failure));
    } catch (UnexpectedRollbackException e) {
      // A service below already marked the transaction; its problem is in the kept answer.
      logger.debug("rolled back by a service", e);
    }
    failure.rethrow();
    kept.copyBodyToResponse();
  }

  private void inside(
      Caller caller,
      String key,
      KeptBody request,
      ContentCachingResponseWrapper response,
      FilterChain chain,
      TransactionStatus status,
      Failure failure) {
    Optional<Answer> before = idempotency.begin(caller, key, digest(caller, request));
    try {
      if (before.isPresent()) {
        replay(before.get(), response);
        return;
      }
      chain.doFilter(request, response);
      if (response.getStatus() >= 400) {
        status.setRollbackOnly();
        return;
      }
      idempotency.end(
          caller,
          key,
          new Answer(
              response.getStatus(), response.getContentType(), response.getContentAsByteArray()));
    } catch (ServletException | IOException e) {
      status.setRollbackOnly();
      failure.cause = e;
    }
  }

  private static void replay(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader("Idempotency-Replayed", "true");
    if (answer.mediaType() != null) {
      response.setContentType(answer.mediaType());
    }
    response.getOutputStream().write(answer.body());
  }

  private static byte[] digest(Caller caller, KeptBody request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      // The key is the party's, but an answer is only for the person who asked.
      digest.update((caller.person() + " ").getBytes(StandardCharsets.UTF_8));
      digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
      if (request.getQueryString() != null) {
        // A dry run and the real thing have one path and one body.
        digest.update(("?" + request.getQueryString()).getBytes(StandardCharsets.UTF_8));
      }
      digest.update((byte) 0);
      return digest.digest(request.body());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Carries a checked exception out of the transaction callback.
  private static final class Failure {
    private @org.jspecify.annotations.Nullable Exception cause;

    void rethrow() throws ServletException, IOException {
      switch (cause) {
        case null -> {}
        case ServletException e -> throw e;
        case IOException e -> throw e;
        default -> throw new IllegalStateException(cause);
      }
    }
  }
}
