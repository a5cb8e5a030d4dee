package cn.zhenrong.seal;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/// An RFC 6962 Merkle tree that grows leaf by leaf and keeps only the roots of its complete
/// subtrees: as many hashes as the size has one bits. For one thread at a time.
public final class MerkleTree {
  private final MessageDigest digest = Sha256.digest();
  private final Deque<byte[]> complete = new ArrayDeque<>();
  private long size;

  /// Adds a leaf by its data.
  public void add(byte[] data) {
    addHash(Merkle.leaf(digest, data));
  }

  /// Adds a leaf, or a complete subtree if all that are added are of the same size, by its hash.
  public void addHash(byte[] hash) {
    byte[] grown = hash;
    for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
      grown = Merkle.node(digest, complete.pop(), grown);
    }
    complete.push(grown);
    size++;
  }

  /// How many leaves were added.
  public long size() {
    return size;
  }

  /// The tree hash MTH of RFC 6962 §2.1; of no leaves the hash of nothing.
  public byte[] root() {
    if (size == 0) {
      return digest.digest();
    }
    byte[] root = null;
    for (byte[] subtree : complete) {
      root = root == null ? subtree : Merkle.node(digest, subtree, root);
    }
    return Objects.requireNonNull(root).clone();
  }
}
