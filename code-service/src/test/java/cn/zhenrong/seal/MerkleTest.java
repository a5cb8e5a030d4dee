package cn.zhenrong.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTest {
  private static final byte[] KEY = new byte[32];

  /// Leaves and roots that implementations of RFC 6962 share as test data.
  @Test
  void givesTheRootsOthersGive() {
    String[] leaves = {
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f"
    };
    String[] roots = {
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    };
    MerkleTree tree = new MerkleTree();
    for (int i = 0; i < leaves.length; i++) {
      tree.add(HexFormat.of().parseHex(leaves[i]));
      assertThat(tree.root()).asHexString().isEqualToIgnoringCase(roots[i]);
      assertThat(tree.size()).isEqualTo(i + 1L);
    }
  }

  @Test
  void rootOfNothingIsTheHashOfNothing() {
    assertThat(new MerkleTree().root())
        .asHexString()
        .isEqualToIgnoringCase("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void equalsTheRecursiveDefinition() {
    List<byte[]> leaves = new ArrayList<>();
    MerkleTree tree = new MerkleTree();
    for (int n = 1; n <= 70; n++) {
      leaves.add(leaf(n));
      tree.add(leaf(n));
      assertThat(tree.root()).isEqualTo(recursively(leaves));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9, 17, 33})
  void everyCodeHasAPathToTheRoot(int count) throws Exception {
    CodesTree tree = new CodesTree(count, MerkleTest::leaf, KEY);
    long size = 1L << tree.height();
    assertThat(size).isGreaterThanOrEqualTo(count).isLessThan(2L * count);
    assertThat(tree.root()).isEqualTo(recursively(padded(count, size)));
    for (int i = 0; i < count; i++) {
      List<byte[]> path = tree.pathInBlock(i, tree.height());
      assertThat(path).hasSize(tree.height());
      assertThat(Merkle.isPath(Merkle.leaf(leaf(i)), i, size, path, tree.root())).isTrue();
      for (int level = 0; level <= tree.height(); level++) {
        List<byte[]> blocks = blocks(tree, level);
        assertThat(CodesTree.join(blocks)).isEqualTo(tree.root());
        List<byte[]> joined = new ArrayList<>(tree.pathInBlock(i, level));
        joined.addAll(CodesTree.pathAbove(i >> level, blocks));
        assertThat(joined).containsExactly(path.toArray(new byte[0][]));
      }
    }
  }

  @Test
  void paddingDependsOnTheKey() {
    byte[] other = {1};
    assertThat(new CodesTree(3, MerkleTest::leaf, other).root())
        .isNotEqualTo(new CodesTree(3, MerkleTest::leaf, KEY).root());
    assertThat(new CodesTree(4, MerkleTest::leaf, other).root())
        .isEqualTo(new CodesTree(4, MerkleTest::leaf, KEY).root());
  }

  /// Paths of trees of any size, as transparency logs have them.
  @Test
  void checksPathsOfUnevenTrees() {
    for (int size = 1; size <= 20; size++) {
      List<byte[]> leaves = LongStream.range(0, size).mapToObj(MerkleTest::leaf).toList();
      byte[] root = recursively(leaves);
      for (int i = 0; i < size; i++) {
        List<byte[]> path = pathRecursively(i, leaves);
        assertThat(Merkle.isPath(Merkle.leaf(leaf(i)), i, size, path, root)).isTrue();
        assertThat(Merkle.isPath(Merkle.leaf(leaf(i + 1)), i, size, path, root)).isFalse();
        assertThat(Merkle.isPath(Merkle.leaf(leaf(i)), i ^ 1, size, path, root)).isFalse();
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(new byte[32]);
        assertThat(Merkle.isPath(Merkle.leaf(leaf(i)), i, size, longer, root)).isFalse();
        if (!path.isEmpty()) {
          List<byte[]> shorter = path.subList(0, path.size() - 1);
          assertThat(Merkle.isPath(Merkle.leaf(leaf(i)), i, size, shorter, root)).isFalse();
        }
      }
      byte[] first = Merkle.leaf(leaf(0));
      assertThat(Merkle.isPath(first, -1, size, List.of(), root)).isFalse();
      assertThat(Merkle.isPath(first, size, size, List.of(), root)).isFalse();
    }
  }

  @Test
  void refusesPositionsAndBlocksOutsideTheTree() {
    CodesTree tree = new CodesTree(5, MerkleTest::leaf, KEY);
    assertThatIllegalArgumentException().isThrownBy(() -> tree.pathInBlock(5, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.pathInBlock(-1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.block(3, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.block(4, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> tree.pathInBlock(0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new CodesTree(0, MerkleTest::leaf, KEY));
  }

  private static List<byte[]> blocks(CodesTree tree, int level) {
    return LongStream.range(0, 1L << (tree.height() - level))
        .mapToObj(number -> tree.block(level, number))
        .toList();
  }

  private static List<byte[]> padded(int count, long size) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    List<byte[]> leaves = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      leaves.add(i < count ? leaf(i) : mac.doFinal(ByteBuffer.allocate(8).putLong(i).array()));
    }
    return leaves;
  }

  private static byte[] recursively(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return Merkle.leaf(leaves.getFirst());
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return Merkle.node(
        recursively(leaves.subList(0, k)), recursively(leaves.subList(k, leaves.size())));
  }

  private static List<byte[]> pathRecursively(int index, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    List<byte[]> path =
        new ArrayList<>(
            index < k ? pathRecursively(index, left) : pathRecursively(index - k, right));
    path.add(recursively(index < k ? right : left));
    return path;
  }

  private static byte[] leaf(long i) {
    return ("ZR1/S/" + i).getBytes(StandardCharsets.US_ASCII);
  }
}
