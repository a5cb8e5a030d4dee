package cn.zhenrong.issue;

/// A download failed on our side after it began. There is no other answer left: the container
/// closes the connection short, so the client sees that bytes are missing.
final class BrokenOff extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenOff(Exception cause) {
    super("a download broke off", cause);
  }
}
