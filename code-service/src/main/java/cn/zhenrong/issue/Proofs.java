package cn.zhenrong.issue;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.redis.Loads;
import cn.zhenrong.seal.CodesTree;
import cn.zhenrong.seal.Merkle;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Proofs that a code stands under its batch's manifest.
///
/// The hashes of a batch's blocks were kept when it was sealed, so a proof costs one block's leaves
/// at most; what was computed of a block is kept for a while as the hashes of its parts, and then a
/// proof costs one part's leaves. Blocks are computed one at a time, on the workers everybody
/// shares: however many proofs are asked for, they take one turn among those who sign.
@Service
public class Proofs {
  /// A part has 256 codes: half a millisecond's work.
  private static final int PART_LEVEL = 8;

  /// Parts of one task, so that turns are short.
  private static final int AT_ONCE = 16;

  private static final int MOST_WAITING = 64;
  private static final int PATIENCE_SECONDS = 2;

  private final Codes codes;
  private final BatchSealer sealer;
  private final SealMapper mapper;
  private final Keys keys;
  private final PublicBase base;
  private final Workers workers;
  private final JsonMapper json;
  private final Loads loads;
  private final Semaphore turn = new Semaphore(1, true);
  private final Cache<BatchId, Sealed> sealed = Caffeine.newBuilder().maximumSize(128).build();
  private final Cache<Block, List<byte[]>> parts = Caffeine.newBuilder().maximumSize(512).build();

  Proofs(
      Codes codes,
      BatchSealer sealer,
      SealMapper mapper,
      Keys keys,
      PublicBase base,
      Workers workers,
      JsonMapper json,
      Loads loads) {
    this.loads = loads;
    this.codes = codes;
    this.sealer = sealer;
    this.mapper = mapper;
    this.keys = keys;
    this.base = base;
    this.workers = workers;
    this.json = json;
  }

  /// The proof of a code.
  ///
  /// @throws Problem never-issued, state-conflict while its batch is being sealed,
  ///   too-many-requests while others are waiting for theirs
  /// @throws org.springframework.dao.DataAccessException if the store does not answer in a moment
  public Proof of(cn.zhenrong.code.Serial serial) throws InterruptedException {
    Code code = codes.shown(serial).orElseThrow(() -> Problem.of(ProblemKind.NEVER_ISSUED));
    Batch batch = code.batch();
    if (!batch.status().isSealed()) {
      throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "batch.sealing");
    }
    Sealed kept = sealed.get(batch.id(), _ -> loads.now(() -> sealed(batch)));
    long position = code.sequence() - 1;
    String leaf = "ZR1" + code.path();
    CodesTree tree = tree(batch);
    List<byte[]> path = path(batch, tree, position, kept);
    long size = 1L << tree.height();
    byte[] leafHash = Merkle.leaf(leaf.getBytes(StandardCharsets.US_ASCII));
    if (!Merkle.isPath(leafHash, position, size, path, HexFormat.of().parseHex(kept.root()))) {
      throw new IllegalStateException(
          "the codes of batch " + batch.id() + " are not those its manifest was sealed over");
    }
    return new Proof(
        serial.text(),
        batch.id().toString(),
        leaf,
        position,
        size,
        path.stream().map(HexFormat.of()::formatHex).toList(),
        kept.root(),
        base.origin() + "/api/v1/batches/" + batch.id() + "/manifest");
  }

  private List<byte[]> path(Batch batch, CodesTree tree, long position, Sealed kept)
      throws InterruptedException {
    int level = sealer.level(batch);
    int partLevel = Math.min(PART_LEVEL, level);
    int block = (int) (position >>> level);
    int part = (int) (position >>> partLevel) & ((1 << (level - partLevel)) - 1);
    List<byte[]> path = new ArrayList<>(tree.pathInBlock(position, partLevel));
    if (level > partLevel) {
      path.addAll(CodesTree.pathAbove(part, parts(new Block(batch.id(), block), batch, level)));
    }
    path.addAll(CodesTree.pathAbove(block, kept.blocks()));
    return path;
  }

  private List<byte[]> parts(Block block, Batch batch, int level) throws InterruptedException {
    List<byte[]> known = parts.getIfPresent(block);
    if (known != null) {
      return known;
    }
    if (turn.getQueueLength() >= MOST_WAITING
        || !turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw IssueTexts.problem(ProblemKind.TOO_MANY_REQUESTS, "proof.busy");
    }
    try {
      List<byte[]> meanwhile = parts.getIfPresent(block);
      if (meanwhile != null) {
        return meanwhile;
      }
      int count = 1 << (level - PART_LEVEL);
      int first = block.number() * count;
      List<byte[]> hashes = new ArrayList<>(count);
      workers.inOrder(
          IntStream.iterate(0, from -> from < count, from -> from + AT_ONCE)
              .<Callable<List<byte[]>>>mapToObj(
                  from -> () -> hashes(batch, first + from, Math.min(AT_ONCE, count - from)))
              .iterator(),
          hashes::addAll);
      parts.put(block, List.copyOf(hashes));
      return hashes;
    } finally {
      turn.release();
    }
  }

  private List<byte[]> hashes(Batch batch, int first, int count) {
    CodesTree tree = tree(batch);
    return IntStream.range(first, first + count)
        .mapToObj(part -> tree.block(PART_LEVEL, part))
        .toList();
  }

  private CodesTree tree(Batch batch) {
    return Leaves.tree(batch, keys.serials(), keys.paddingKey(batch.id().toString()));
  }

  private Sealed sealed(Batch batch) {
    ManifestRow manifest = mapper.manifest(batch.id().value());
    if (manifest == null) {
      throw new IllegalStateException("batch " + batch.id() + " is open without a manifest");
    }
    String[] jws = new String(manifest.publicCopy(), StandardCharsets.US_ASCII).split("\\.", -1);
    String root = json.readTree(Base64.getUrlDecoder().decode(jws[1])).path("codesRoot").asString();
    List<byte[]> blocks = mapper.blocks(batch.id().value()).stream().map(BlockRow::hash).toList();
    return new Sealed(root, blocks.isEmpty() ? List.of(HexFormat.of().parseHex(root)) : blocks);
  }

  /// What is kept of a sealed batch.
  private record Sealed(String root, List<byte[]> blocks) {}

  private record Block(BatchId batch, int number) {}
}
