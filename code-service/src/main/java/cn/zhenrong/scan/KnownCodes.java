package cn.zhenrong.scan;

import cn.zhenrong.redis.Installation;
import cn.zhenrong.redis.Loads;
import cn.zhenrong.redis.Messages;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The records of verified codes in memory. Warm, an answer needs no store: which codes of a block
/// of 4096 were ever verified is a bitmap read in one go, and most never were.
///
/// Whoever applies scans tells all instances which codes changed. What was read before messages got
/// lost, or is too old, is read again; where that cannot be, for MySQL is away, an old answer is
/// better than none.
@Component
class KnownCodes {
  private static final String CHANNEL = "zhenrong:scanned:";
  private static final int BLOCK_BITS = 12;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int MOST_BLOCKS = 50_000;

  /// About 150 bytes each; a code has one at least.
  private static final int MOST_DEVICES = 600_000;

  private static final long DEAF_NANOS = Duration.ofSeconds(10).toNanos();

  /// A word may get lost without anybody noticing (docs/decisions/0095). That a code was never
  /// verified is believed no longer than anything else an answer is made of; how often it was, for
  /// a little longer, for there are more of them to read.
  private static final long LONGEST_UNVERIFIED_NANOS = Duration.ofSeconds(30).toNanos();

  private static final long LONGEST_COUNT_NANOS = Duration.ofMinutes(2).toNanos();

  private final ScanMapper mapper;
  private final Messages messages;
  private final Loads loads;
  private final String channel;
  private final Remembered<AtomicLongArray> blocks =
      new Remembered<>(
          MOST_BLOCKS, _ -> 1, this::block, at -> isTrusted(at, LONGEST_UNVERIFIED_NANOS));
  private final Remembered<Optional<CodeRecord>> records =
      new Remembered<>(
          MOST_DEVICES, KnownCodes::weight, this::code, at -> isTrusted(at, LONGEST_COUNT_NANOS));
  private volatile long unheardAt = System.nanoTime();

  KnownCodes(ScanMapper mapper, Messages messages, Loads loads, Installation installation) {
    this.mapper = mapper;
    this.messages = messages;
    this.loads = loads;
    this.channel = CHANNEL + installation.name();
    messages.hear(channel, this::heard, () -> unheardAt = System.nanoTime());
  }

  /// The record of a code; null if it was never verified.
  ///
  /// @throws DataAccessException if the store is away and nothing is known
  /// @throws TransactionException the same
  @Nullable CodeRecord find(long index) {
    long word = blocks.get(index >>> BLOCK_BITS).get(word(index));
    return (word & 1L << index) == 0 ? null : records.get(index).orElse(null);
  }

  /// After these codes' rows were written and committed: tells everybody.
  void changed(long[] indexes) {
    ByteBuffer packed = ByteBuffer.allocate(indexes.length * Long.BYTES);
    for (long index : indexes) {
      forget(index);
      packed.putLong(index);
    }
    messages.tell(channel, packed.array());
  }

  private void heard(byte[] body) {
    ByteBuffer packed = ByteBuffer.wrap(body);
    while (packed.remaining() >= Long.BYTES) {
      forget(packed.getLong());
    }
  }

  private void forget(long index) {
    records.forget(index);
    blocks.change(index >>> BLOCK_BITS, bits -> set(bits, index));
  }

  private boolean isTrusted(long readAt, long longest) {
    long age = System.nanoTime() - readAt;
    return readAt - unheardAt > 0 && age < (messages.hearing() ? longest : DEAF_NANOS);
  }

  private AtomicLongArray block(long block) {
    AtomicLongArray bits = new AtomicLongArray(BLOCK / Long.SIZE);
    long from = block << BLOCK_BITS;
    loads.now(() -> mapper.verified(from, from + BLOCK)).forEach(index -> set(bits, index));
    return bits;
  }

  private Optional<CodeRecord> code(long index) {
    return loads.now(() -> Optional.ofNullable(mapper.code(index)).map(CodeRow::record));
  }

  private static void set(AtomicLongArray bits, long index) {
    bits.accumulateAndGet(word(index), 1L << index, (old, bit) -> old | bit);
  }

  private static int word(long index) {
    return (int) (index & (BLOCK - 1)) >>> 6;
  }

  private static int weight(Optional<CodeRecord> code) {
    return code.map(known -> 1 + known.devices().size()).orElse(1);
  }
}
