package cn.zhenrong.issue;

import cn.zhenrong.code.SerialCipher;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.party.Rows;
import cn.zhenrong.seal.CodesTree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals one batch: hashes its codes block by block, then signs the manifest and opens the batch.
///
/// Each block's hash is kept when it is known, so what a crash leaves undone is at most the blocks
/// under way. The hashes of a batch do not depend on who computes them.
@Component
class BatchSealer {
  /// Progress is noted every 65 536 codes: a tenth of a second's work. What is noted fits only this
  /// level, so it stays what it is.
  static final int BLOCK_LEVEL = 16;

  /// A task is 4096 codes, so that downloads need not wait for the cores while a block is hashed.
  private static final int PART_LEVEL = 12;

  private final BatchMapper batches;
  private final Manifests manifests;
  private final SealMapper mapper;
  private final Keys keys;
  private final Workers workers;
  private final TransactionTemplate transaction;

  BatchSealer(
      BatchMapper batches,
      Manifests manifests,
      SealMapper mapper,
      Keys keys,
      Workers workers,
      TransactionTemplate transaction) {
    this.batches = batches;
    this.manifests = manifests;
    this.mapper = mapper;
    this.keys = keys;
    this.workers = workers;
    this.transaction = transaction;
  }

  /// A batch that waits for its seal, if this instance has the keys for it; another may have been
  /// started with a newer keystore.
  Optional<BatchRow> waiting(BatchId id) {
    return Optional.ofNullable(batches.batch(id.value()))
        .filter(row -> row.status().equals(BatchStatus.SEALING.name()))
        .filter(row -> manifests.canSign(row.slot()));
  }

  void seal(BatchRow row, Lease lease) throws InterruptedException {
    Batch batch = row.batch(batches.lines(row.id()));
    TreeMap<Integer, byte[]> blocks = new TreeMap<>();
    int count = blocks(batch);
    if (count > 1) {
      mapper.blocks(row.id()).forEach(done -> blocks.put(done.blockNo(), done.hash()));
    }
    List<Integer> missing =
        IntStream.range(0, count).filter(block -> !blocks.containsKey(block)).boxed().toList();
    int parts = 1 << (level(batch) - partLevel(batch));
    Iterator<Integer> order = missing.iterator();
    List<byte[]> hashes = new ArrayList<>();
    try {
      workers.inOrder(
          tasks(batch, missing, parts),
          (byte[] hash) -> {
            hashes.add(hash);
            if (hashes.size() == parts) {
              BlockRow done = new BlockRow(order.next(), CodesTree.join(hashes));
              hashes.clear();
              if (count > 1) {
                note(batch, done, lease);
              }
              blocks.put(done.blockNo(), done.hash());
            }
          });
    } catch (LeaseLost e) {
      return;
    }
    byte[] root = CodesTree.join(List.copyOf(blocks.values()));
    ManifestRow manifest = manifests.sign(batch, row.edition(), root);
    transaction.executeWithoutResult(status -> {
      if (lease.open()) {
        Rows.one(mapper.insertManifest(row.id(), manifest));
      }
    });
  }

  /// How many codes of a batch are under its tree already.
  long sealedLeaves(Batch batch) {
    if (batch.status().isSealed()) {
      return batch.count();
    }
    return batch.status() == BatchStatus.SEALING
        ? Math.min(batch.count(), mapper.blockCount(batch.id().value()) << level(batch))
        : 0;
  }

  /// Level of the blocks a batch's tree is worked in.
  int level(Batch batch) {
    return Math.min(BLOCK_LEVEL, tree(batch).height());
  }

  /// A small batch is one block and done before its progress could be of use.
  private int blocks(Batch batch) {
    return 1 << (tree(batch).height() - level(batch));
  }

  private void note(Batch batch, BlockRow done, Lease lease) {
    transaction.executeWithoutResult(status -> {
      mapper.insertBlock(batch.id().value(), done.blockNo(), done.hash());
      if (!lease.extend()) {
        throw new LeaseLost();
      }
    });
  }

  /// The parts of the missing blocks, in order.
  private Iterator<Callable<byte[]>> tasks(Batch batch, List<Integer> missing, int parts) {
    int level = partLevel(batch);
    return missing.stream()
        .flatMap(block -> IntStream.range(block * parts, (block + 1) * parts).boxed())
        .map(part -> (Callable<byte[]>) () -> tree(batch).block(level, part))
        .iterator();
  }

  private int partLevel(Batch batch) {
    return Math.min(PART_LEVEL, tree(batch).height());
  }

  private CodesTree tree(Batch batch) {
    SerialCipher serials = keys.serials();
    return Leaves.tree(batch, serials, keys.paddingKey(batch.id().toString()));
  }

  /// Another instance went on with this batch.
  private static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost() {
      super("lease lost", null, false, false);
    }
  }
}
