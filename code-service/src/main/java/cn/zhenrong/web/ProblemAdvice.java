package cn.zhenrong.web;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.ClassUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Turns whatever a controller throws into problem+json. What nobody foresaw becomes a bare 500
/// with the request's id: never the exception's message.
@RestControllerAdvice
class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final Texts TEXTS = Texts.beside(ProblemAdvice.class);

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> known(Problem problem) {
    return problems.answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problems.answer(problem);
      }
      if (cause instanceof UnrecognizedPropertyException unknown) {
        return problems.answer(unknown(unknown));
      }
      if (cause instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
        return problems.answer(wrongType(mismatch));
      }
    }
    return problems.answer(Problem.of(ProblemKind.MALFORMED_REQUEST, TEXTS.words(why(e))));
  }

  /// Which kind of no JSON it is.
  private static String why(HttpMessageNotReadableException e) {
    Throwable cause = e.getCause();
    if (cause == null) {
      // So says Spring of an empty body, and of `null`.
      return "json.empty";
    }
    if (cause instanceof MismatchedInputException) {
      return "json.not-object";
    }
    String words = cause.getMessage();
    return words != null && words.startsWith("Invalid UTF-8") ? "json.not-utf-8" : "json";
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> wrongParameter(MethodArgumentTypeMismatchException e) {
    if (!e.getParameter().hasParameterAnnotation(RequestParam.class)) {
      // An id that is no number names nothing.
      return problems.answer(Problem.of(ProblemKind.NOT_FOUND));
    }
    Class<?> wanted = e.getRequiredType();
    String code =
        wanted != null
                && Number.class.isAssignableFrom(ClassUtils.resolvePrimitiveIfNecessary(wanted))
            ? "query.number"
            : "json.format";
    return problems.answer(Problem.invalid(e.getName(), code, TEXTS.words(code)));
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  ResponseEntity<Map<String, Object>> nothingThere(Exception e) {
    return problems.answer(Problem.of(ProblemKind.NOT_FOUND));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> wrongMethod(HttpRequestMethodNotSupportedException e) {
    ResponseEntity<Map<String, Object>> answer =
        problems.answer(Problem.of(ProblemKind.METHOD_NOT_ALLOWED));
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .headers(e.getHeaders())
        .body(answer.getBody());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> wrongMediaType(HttpMediaTypeNotSupportedException e) {
    return problems.answer(Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> notAcceptable(HttpMediaTypeNotAcceptableException e) {
    return problems.answer(Problem.of(ProblemKind.NOT_ACCEPTABLE));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> tooLarge(MaxUploadSizeExceededException e) {
    return problems.answer(Problem.of(ProblemKind.TOO_LARGE));
  }

  @ExceptionHandler({
    ServletRequestBindingException.class,
    MultipartException.class,
    MissingServletRequestPartException.class,
    InvalidParameterException.class
  })
  ResponseEntity<Map<String, Object>> incomplete(Exception e) {
    return problems.answer(Problem.of(ProblemKind.MALFORMED_REQUEST));
  }

  /// Two requests met on the same rows and the store let one of them go.
  @ExceptionHandler
  ResponseEntity<Map<String, Object>> race(ConcurrencyFailureException e) {
    return problems.answer(Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("race")));
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    CannotGetJdbcConnectionException.class,
    DataAccessResourceFailureException.class,
    QueryTimeoutException.class
  })
  ResponseEntity<Map<String, Object>> storeAway(Exception e) {
    LOG.warn("a store is away: {}", e.getClass().getSimpleName());
    return problems.answer(Problem.of(ProblemKind.STORE_UNAVAILABLE));
  }

  /// The client went away while we were answering; there is nobody to tell.
  @ExceptionHandler
  void clientGone(AsyncRequestNotUsableException e) {
    LOG.debug("client gone: {}", e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unforeseen(Exception e) {
    if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return problems.answer(Problem.of(ProblemKind.MALFORMED_REQUEST));
    }
    if (e instanceof IOException) {
      LOG.debug("client gone: {}", e.getMessage());
    } else {
      LOG.error("unforeseen", e);
    }
    return problems.answer(Problem.of(ProblemKind.INTERNAL));
  }

  private static Problem wrongType(MismatchedInputException e) {
    String field = path(e.getPath());
    String code =
        CharSequence.class.isAssignableFrom(
                e.getTargetType() == null ? Object.class : e.getTargetType())
            ? "json.not-text"
            : e instanceof InvalidFormatException ? "json.format" : "json.type";
    return Problem.invalid(field, code, TEXTS.words(code));
  }

  /// A member nobody reads. Its name is told only if it is one that could have been meant.
  private static Problem unknown(UnrecognizedPropertyException e) {
    List<JacksonException.Reference> above =
        e.getPath().subList(0, Math.max(0, e.getPath().size() - 1));
    String name = e.getPropertyName();
    String field = path(name.matches("[A-Za-z0-9_-]{1,60}") ? e.getPath() : above);
    String known =
        e.getKnownPropertyIds().stream()
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining(", "));
    return Problem.invalid(field, "json.unknown", TEXTS.words("json.unknown", known));
  }

  /// `parts[0].fibres[1].percent`. Only names of our own records can stand in it.
  private static String path(List<JacksonException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (DatabindException.Reference reference : references) {
      if (reference.getPropertyName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
      }
    }
    return path.toString();
  }
}
