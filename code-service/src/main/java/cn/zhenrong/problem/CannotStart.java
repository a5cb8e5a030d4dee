package cn.zhenrong.problem;

/// The installation cannot start as it is set up. Shown to the operator as two sentences, never as
/// a stack trace.
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /// @param what what is wrong, in plain words, without secrets
  /// @param remedy what to do about it
  public CannotStart(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
