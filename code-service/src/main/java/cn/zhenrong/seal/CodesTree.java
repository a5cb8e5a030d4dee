package cn.zhenrong.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The Merkle tree over a batch's codes whose root is the manifest's `codesRoot` (code-format §5).
///
/// The leaves are padded to a power of two, so that a proof does not tell how many codes there are.
/// Padding leaf i (counted from 0 over the whole tree) has the data HMAC-SHA-256(padding key, i as
/// eight bytes, most significant first). A large tree is worked in blocks of 2^level leaves: a
/// block hash can be kept and the work resumed, shared by threads, or spared when a path is asked
/// for.
public final class CodesTree {
  private final long count;
  private final LongFunction<byte[]> leaves;
  private final byte[] paddingKey;

  /// @param count how many codes, at least 1
  /// @param leaves the leaf data (ASCII `ZR1` and path) of the code at a position from 0; called
  ///   from the thread that asks
  /// @param paddingKey see [KeyRing#paddingKey]
  public CodesTree(long count, LongFunction<byte[]> leaves, byte[] paddingKey) {
    if (count < 1) {
      throw new IllegalArgumentException("a tree of codes has at least one");
    }
    this.count = count;
    this.leaves = leaves;
    this.paddingKey = paddingKey.clone();
  }

  /// How many levels lie above the leaves; the tree has 2^height leaves.
  public int height() {
    return 64 - Long.numberOfLeadingZeros(count - 1);
  }

  /// The root; goes through all leaves with O(height) memory.
  public byte[] root() {
    return block(height(), 0);
  }

  /// The hash of the block of 2^level leaves that starts at leaf number · 2^level.
  public byte[] block(int level, long number) {
    if (level < 0 || level > height() || number < 0 || number >= 1L << (height() - level)) {
      throw new IllegalArgumentException("the tree has no such block");
    }
    Mac padding = padding();
    MerkleTree tree = new MerkleTree();
    long first = number << level;
    for (long i = first; i < first + (1L << level); i++) {
      tree.add(i < count ? leaves.apply(i) : padding.doFinal(bytes(i)));
    }
    return tree.root();
  }

  /// The root of the tree whose blocks of one level have these hashes, in order.
  public static byte[] join(List<byte[]> blocks) {
    MerkleTree tree = new MerkleTree();
    blocks.forEach(tree::addHash);
    return tree.root();
  }

  /// The part of a code's audit path that lies inside its block of 2^level leaves, its sibling
  /// first; with the tree's height, the whole path. Goes through each other leaf of that block
  /// once, because the siblings have none in common.
  ///
  /// @param position of the code, from 0
  public List<byte[]> pathInBlock(long position, int level) {
    if (position < 0 || position >= count) {
      throw new IllegalArgumentException("the tree has no such code");
    }
    List<byte[]> path = new ArrayList<>();
    for (int k = 0; k < level; k++) {
      path.add(block(k, position >>> k ^ 1));
    }
    return path;
  }

  /// The part of a path above the blocks of one level.
  ///
  /// @param number of the block, from 0
  /// @param blocks the hashes of all blocks under the same top, in order: a power of two
  public static List<byte[]> pathAbove(int number, List<byte[]> blocks) {
    List<byte[]> path = new ArrayList<>();
    for (int k = 0; 1 << k < blocks.size(); k++) {
      int sibling = number >>> k ^ 1;
      path.add(join(blocks.subList(sibling << k, (sibling + 1) << k)));
    }
    return path;
  }

  private Mac padding() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(paddingKey, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no HMAC in this Java", e);
    }
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }
}
