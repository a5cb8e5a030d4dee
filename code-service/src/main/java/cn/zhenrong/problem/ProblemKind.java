package cn.zhenrong.problem;

import java.util.Locale;

/// Everything that can go wrong, as the outside sees it. The name in lower case with hyphens is the
/// last part of the problem's stable type (RFC 9457 §3.1.1); `docs/errors.md` says for each what to
/// do.
public enum ProblemKind {
  /// The request could not be read at all: broken JSON, a wrong type, too deep.
  MALFORMED_REQUEST,
  /// The request was read; one or more fields are not acceptable.
  INVALID_INPUT,
  /// No credentials, or credentials nobody has.
  NOT_SIGNED_IN,
  /// The caller's role may not do this.
  NOT_ALLOWED,
  /// There is no such thing, or not for this caller.
  NOT_FOUND,
  /// The code was never issued by this installation.
  NEVER_ISSUED,
  METHOD_NOT_ALLOWED,
  NOT_ACCEPTABLE,
  /// The thing is not in a state that allows this, or somebody else changed it first.
  STATE_CONFLICT,
  /// A record with the same identity stands already.
  ALREADY_EXISTS,
  TOO_LARGE,
  UNSUPPORTED_MEDIA_TYPE,
  /// The same idempotency key came with another body.
  IDEMPOTENCY_KEY_REUSED,
  /// The report does not support the label.
  GATE_CLOSED,
  /// More pieces than the report still covers.
  COVERAGE_EXCEEDED,
  /// More garments than the association lets the maker apply for this month.
  QUOTA_EXCEEDED,
  TOO_MANY_REQUESTS,
  INTERNAL,
  /// A store this answer needs is away; trying again later is right.
  STORE_UNAVAILABLE;

  private static final Texts TEXTS = Texts.beside(ProblemKind.class);

  /// The last part of the type, such as `gate-closed`.
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The short title that is the same for every problem of this kind.
  public Words title() {
    return TEXTS.words(slug());
  }
}
