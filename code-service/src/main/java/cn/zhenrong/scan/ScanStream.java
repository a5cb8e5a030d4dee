package cn.zhenrong.scan;

import cn.zhenrong.redis.Installation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisStreamCommands;
import org.springframework.data.redis.connection.RedisStreamCommands.XPendingOptions;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.connection.stream.ByteRecord;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.PendingMessage;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The Redis stream in which scans wait for MySQL, groups of them as one entry each, read by all
/// instances as one consumer group.
///
/// Once Redis failed, nobody waits for it: a probe tells each second whether it is back.
@Component
class ScanStream {
  private static final Logger LOG = LoggerFactory.getLogger(ScanStream.class);
  private static final String GROUP = "zhenrong";
  private static final byte[] FIELD = {'s'};

  /// Shorter than the client's time-out, which counts the waiting too.
  private static final Duration BLOCK = Duration.ofMillis(200);

  /// Somebody who has an entry for so long is gone, or waits for MySQL like everybody.
  private static final Duration ABANDONED = Duration.ofSeconds(10);

  /// Both or none: an entry that is acknowledged but still there would stay for ever.
  private static final byte[] DONE =
      """
      redis.call('XACK', KEYS[1], '%s', unpack(ARGV))
      return redis.call('XDEL', KEYS[1], unpack(ARGV))
      """
          .replace("%s", GROUP)
          .getBytes(StandardCharsets.US_ASCII);

  private final StringRedisTemplate redis;
  private final byte[] key;
  private final String self;
  private final int bound;
  private volatile boolean usable;
  private volatile boolean grouped;
  private volatile long backlog;

  ScanStream(
      StringRedisTemplate redis,
      Installation installation,
      ScanSettings settings,
      RandomGenerator random) {
    this.redis = redis;
    this.key = ("zhenrong:scans:" + installation.name()).getBytes(StandardCharsets.US_ASCII);
    this.self = Long.toHexString(random.nextLong());
    this.bound = settings.streamEntries();
  }

  /// One group of scans in the stream.
  record Entry(RecordId id, byte[] group) {}

  /// Adds a group.
  ///
  /// @return false if Redis is away, too slow, or has as much as it may
  boolean add(byte[] group) {
    if (!usable || backlog >= bound) {
      return false;
    }
    try {
      RedisCallback<RecordId> add =
          connection ->
              connection
                  .streamCommands()
                  .xAdd(StreamRecords.rawBytes(Map.of(FIELD, group)).withStreamKey(key));
      return redis.execute(add) != null;
    } catch (DataAccessException | IllegalStateException e) {
      lost(e);
      return false;
    }
  }

  /// Looks whether Redis is there, and how much waits in it.
  @Scheduled(fixedDelayString = "PT1S")
  void probe() {
    try {
      RedisCallback<Long> length = connection -> connection.streamCommands().xLen(key);
      Long found = redis.execute(length);
      backlog = found == null ? 0 : found;
      usable = true;
    } catch (DataAccessException e) {
      lost(e);
    }
  }

  /// Entries nobody has read yet; waits a moment for one.
  ///
  /// @throws DataAccessException if Redis is away
  List<Entry> read(int most) {
    begin();
    StreamReadOptions options = StreamReadOptions.empty().count(most).block(BLOCK);
    return entries(commands ->
        commands.xReadGroup(
            Consumer.from(GROUP, self),
            options,
            StreamOffset.create(key, ReadOffset.lastConsumed())));
  }

  /// Entries that somebody read and never finished.
  ///
  /// @throws DataAccessException if Redis is away
  List<Entry> abandoned(int most) {
    begin();
    RedisCallback<RecordId[]> left =
        connection ->
            connection
                .streamCommands()
                .xPending(key, GROUP, XPendingOptions.unbounded((long) most).minIdleTime(ABANDONED))
                .stream()
                .map(PendingMessage::getId)
                .toArray(RecordId[]::new);
    RecordId[] ids = redis.execute(left);
    if (ids == null || ids.length == 0) {
      return List.of();
    }
    return entries(commands -> commands.xClaim(key, GROUP, self, ABANDONED, ids));
  }

  /// Takes entries away that were applied.
  ///
  /// @throws DataAccessException if Redis is away; they come again then
  void done(List<Entry> entries) {
    byte[][] keyAndIds = new byte[1 + entries.size()][];
    keyAndIds[0] = key;
    for (int i = 0; i < entries.size(); i++) {
      keyAndIds[i + 1] = entries.get(i).id().getValue().getBytes(StandardCharsets.US_ASCII);
    }
    RedisCallback<Long> script =
        connection -> connection.scriptingCommands().eval(DONE, ReturnType.INTEGER, 1, keyAndIds);
    redis.execute(script);
  }

  /// How many entries wait, as of the last second.
  long backlog() {
    return backlog;
  }

  private interface Reading {
    List<ByteRecord> from(RedisStreamCommands commands);
  }

  private List<Entry> entries(Reading reading) {
    try {
      RedisCallback<List<ByteRecord>> call =
          connection -> reading.from(connection.streamCommands());
      List<ByteRecord> found = redis.execute(call);
      return found == null ? List.of() : found.stream().map(ScanStream::entry).toList();
    } catch (DataAccessException e) {
      // Perhaps Redis came back empty: the group is made again.
      grouped = false;
      throw e;
    }
  }

  private static Entry entry(ByteRecord found) {
    byte[] group =
        found.getValue().isEmpty() ? new byte[0] : found.getValue().values().iterator().next();
    return new Entry(found.getId(), group);
  }

  private void begin() {
    if (grouped) {
      return;
    }
    try {
      RedisCallback<String> create =
          connection ->
              connection.streamCommands().xGroupCreate(key, GROUP, ReadOffset.from("0"), true);
      redis.execute(create);
    } catch (DataAccessException e) {
      if (!String.valueOf(e.getMessage()).contains("BUSYGROUP")
          && !String.valueOf(e.getCause()).contains("BUSYGROUP")) {
        throw e;
      }
    }
    grouped = true;
  }

  private void lost(RuntimeException e) {
    if (usable) {
      LOG.warn("Redis takes no scans: {}; they go to the journal", e.getClass().getSimpleName());
    }
    usable = false;
  }
}
