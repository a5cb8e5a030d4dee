package cn.zhenrong.benchmarks;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that scan one label after the other at the bench: one serial, one request.
///
/// @param serials of one batch, in the order they are scanned in
/// @param next where in them the clients are, together
record Activations(String batch, List<String> serials, AtomicInteger next) {
  Activations(String batch, List<String> serials) {
    this(batch, serials, new AtomicInteger());
  }

  /// One of the clients of this batch.
  Clients.Client client(Wire wire) {
    String path = Maker.BATCHES + "/" + batch + "/activations";
    return () -> {
      int place = next.getAndIncrement();
      if (place >= serials.size()) {
        return false;
      }
      String said = wire.post(path, "{\"serials\":[\"" + serials.get(place) + "\"]}").expect(200);
      if (!said.contains("\"activated\":1")) {
        throw new IllegalStateException("a code was not activated: " + said);
      }
      return true;
    };
  }
}
