package cn.zhenrong.benchmarks;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/// As many SHA-256 hashes as a tree of codes has, of data as long, and nothing else: the bound of
/// sealing.
final class PlainHashes {
  /// One byte before the leaf, `ZR1`, the path with GTIN and serial.
  private static final int LEAF = 1 + 3 + 22 + 16;

  /// One byte before the node and two hashes.
  private static final int NODE = 1 + 32 + 32;

  private PlainHashes() {}

  /// The hashes of a tree whose leaves are padded to a power of two.
  static long ofTree(long codes) {
    return 2 * Long.highestOneBit(2 * codes - 1) - 1;
  }

  /// Hashes half of them as leaves and half as nodes, on all cores.
  ///
  /// @return hashes per second
  static double perSecond(long hashes) throws ExecutionException, InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    long each = hashes / threads / 2;
    List<Clients.Client> clients =
        IntStream.range(0, threads).mapToObj(thread -> client(each)).toList();
    long start = System.nanoTime();
    Clients.toTheEnd(clients);
    return 2 * each * threads / ((System.nanoTime() - start) / 1e9);
  }

  private static Clients.Client client(long each) {
    byte[] leaf = new byte[LEAF];
    byte[] node = new byte[NODE];
    long[] left = {1};
    return () -> {
      if (left[0]-- == 0) {
        return false;
      }
      MessageDigest digest = sha256();
      for (long i = 0; i < each; i++) {
        digest.update(leaf);
        System.arraycopy(digest.digest(), 0, node, 1, 32);
        digest.update(node);
        System.arraycopy(digest.digest(), 0, leaf, 1, 32);
      }
      return true;
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
