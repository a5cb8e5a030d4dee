package cn.zhenrong.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/// What several instances read from the store only once between them. Each entry is a hash of its
/// value and a generation that grows when the value is dropped, so that somebody who read the store
/// before a change cannot put the old value back after it.
@Component
class SecondLevel {
  private static final Logger LOG = LoggerFactory.getLogger(SecondLevel.class);
  private static final byte[] VALUE = bytes("v");
  private static final byte[] GENERATION = bytes("g");
  private static final byte[] UNTOUCHED = bytes("0");

  /// Puts a value unless it was dropped since it was looked for: key; generation seen, value, life.
  private static final byte[] PUT =
      bytes(
          "if (redis.call('HGET', KEYS[1], 'g') or '0') ~= ARGV[1] then return 0 end "
              + "redis.call('HSET', KEYS[1], 'v', ARGV[2]) "
              + "redis.call('PEXPIRE', KEYS[1], ARGV[3]) return 1");

  private final StringRedisTemplate redis;

  SecondLevel(StringRedisTemplate redis) {
    this.redis = redis;
  }

  /// What was found under a key.
  ///
  /// @param value null if there is none
  /// @param generation to put a value with; null if Redis is away
  record Found(byte @Nullable [] value, byte @Nullable [] generation) {
    static final Found NOTHING = new Found(null, null);
  }

  Found find(String key) {
    try {
      List<byte[]> fields =
          redis.execute(
              (RedisCallback<List<byte[]>>)
                  connection -> connection.hashCommands().hMGet(bytes(key), VALUE, GENERATION));
      if (fields == null || fields.size() != 2) {
        return Found.NOTHING;
      }
      byte[] generation = fields.get(1);
      return new Found(fields.get(0), generation == null ? UNTOUCHED : generation);
    } catch (DataAccessException e) {
      LOG.debug("Redis is away: {}", e.getClass().getSimpleName());
      return Found.NOTHING;
    }
  }

  /// Keeps a value that was read after [#find] gave this generation.
  void put(String key, byte[] generation, byte[] value, Duration life) {
    try {
      redis.execute(
          (RedisCallback<@Nullable Object>)
              connection ->
                  connection
                      .scriptingCommands()
                      .eval(
                          PUT,
                          ReturnType.INTEGER,
                          1,
                          bytes(key),
                          generation,
                          value,
                          bytes(Long.toString(life.toMillis()))));
    } catch (DataAccessException e) {
      LOG.debug("Redis is away: {}", e.getClass().getSimpleName());
    }
  }

  /// Forgets values. What Redis does not hear of lives on for as long as it was put for.
  void drop(Collection<String> keys, Duration life) {
    try {
      redis.executePipelined(
          (RedisCallback<@Nullable Object>)
              connection -> {
                keys.forEach(key -> drop(connection, bytes(key), life));
                return null;
              });
    } catch (DataAccessException e) {
      LOG.debug("Redis is away: {}", e.getClass().getSimpleName());
    }
  }

  private static void drop(RedisConnection connection, byte[] key, Duration life) {
    connection.hashCommands().hIncrBy(key, GENERATION, 1);
    connection.hashCommands().hDel(key, VALUE);
    connection.keyCommands().pExpire(key, life.toMillis());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
