package cn.zhenrong.scan;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Http;
import cn.zhenrong.testing.IssuedBatch.Row;
import cn.zhenrong.testing.Nonce;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Shoppers, each with a phone of their own, who open a page and whose pages send their beacons;
/// and what they were promised.
final class Beacons {
  private final List<Row> rows;
  private final AtomicInteger next = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> opened = new ConcurrentLinkedQueue<>();
  private final Set<NonceId> sent = ConcurrentHashMap.newKeySet();
  private final Set<NonceId> promised = ConcurrentHashMap.newKeySet();

  Beacons(List<Row> rows) {
    this.rows = rows;
  }

  /// Opens pages whose beacons wait.
  void open(int port, int pages) {
    for (int i = 0; i < pages; i++) {
      Row row = rows.get(next.getAndIncrement() % rows.size());
      opened.add(Nonce.of(new Api(port, "").get("/scan/" + row.serial())));
    }
  }

  @Nullable String nextOpened() {
    return opened.poll();
  }

  /// Sends one beacon once.
  ///
  /// @return whether it was answered with 204; false too if nobody answered
  boolean send(int port, String nonce) {
    NonceId id = id(nonce);
    sent.add(id);
    try {
      Http phone = Http.to(port).with("User-Agent", "Phone " + id);
      boolean kept = new Api(phone).post("/scans", Nonce.beacon(nonce)).status() == 204;
      if (kept) {
        promised.add(id);
      }
      return kept;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /// Sends all that wait.
  void sendAll(int port) {
    for (String nonce = nextOpened(); nonce != null; nonce = nextOpened()) {
      if (!send(port, nonce)) {
        throw new AssertionError("a beacon was refused");
      }
    }
  }

  Set<NonceId> sent() {
    return Set.copyOf(sent);
  }

  Set<NonceId> promised() {
    return Set.copyOf(promised);
  }

  private static NonceId id(String nonce) {
    return NonceId.of(Arrays.copyOfRange(Base64.getUrlDecoder().decode(nonce), 16, 32));
  }
}
