package cn.zhenrong.seal;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/// The hashes of an RFC 6962 Merkle tree (§2.1) with SHA-256, and the check of an audit path.
public final class Merkle {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private Merkle() {}

  /// SHA-256(0x00 ‖ data).
  public static byte[] leaf(byte[] data) {
    return leaf(Sha256.digest(), data);
  }

  /// SHA-256(0x01 ‖ left ‖ right).
  public static byte[] node(byte[] left, byte[] right) {
    return node(Sha256.digest(), left, right);
  }

  /// Whether `path` leads from the leaf to the root of a tree of `size` leaves (RFC 9162 §2.1.3.2).
  ///
  /// @param index of the leaf, from 0
  /// @param path sibling hashes, the leaf's own sibling first
  public static boolean isPath(
      byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long at = index;
    long last = size - 1;
    byte[] hash = leafHash;
    for (byte[] sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((at & 1) == 1 || at == last) {
        hash = node(sibling, hash);
        // A last node without a sibling moves up unchanged.
        int lonely = (at & 1) == 1 ? 0 : Long.numberOfTrailingZeros(at);
        at >>>= lonely;
        last >>>= lonely;
      } else {
        hash = node(hash, sibling);
      }
      at >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  static byte[] leaf(MessageDigest digest, byte[] data) {
    digest.update(LEAF);
    return digest.digest(data);
  }

  static byte[] node(MessageDigest digest, byte[] left, byte[] right) {
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }
}
