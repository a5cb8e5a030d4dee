package cn.zhenrong.seal;

import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Cryptographic objects that serve one thread at a time and take long to make. There are never
/// more than threads that ran at the same moment; one that failed is not kept.
final class Pool<T> {
  private final Maker<T> maker;
  private final Queue<T> idle = new ConcurrentLinkedQueue<>();

  Pool(Maker<T> maker) {
    this.maker = maker;
  }

  /// Lends one object to `work` and takes it back.
  <R> R use(Work<T, R> work) {
    T kept = idle.poll();
    T lent = kept == null ? fresh() : kept;
    try {
      R answer = work.with(lent);
      idle.add(lent);
      return answer;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was accepted cannot be used", e);
    }
  }

  /// A new object that the caller keeps.
  T fresh() {
    try {
      return maker.make();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was accepted cannot be used", e);
    }
  }

  interface Maker<T> {
    T make() throws GeneralSecurityException;
  }

  interface Work<T, R> {
    R with(T lent) throws GeneralSecurityException;
  }
}
