package cn.zhenrong.issue;

import cn.zhenrong.testing.Api;
import cn.zhenrong.testing.Api.Answer;
import cn.zhenrong.testing.Instance;
import cn.zhenrong.testing.Makers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// Makers who apply for numbered batches at whichever instance answers, again and again until each
/// has an answer that stands.
final class Applicants {
  private static final int MAKERS = 12;
  private static final long SCARCE = 300;

  /// Asked for by one application in 1 200: with its spares more than a block has.
  private static final long LARGE = 530_000;

  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

  private final List<Instance> instances;
  private final long quota;
  private final List<Supply> supplies = new ArrayList<>();
  private final ConcurrentMap<Integer, String> acknowledged = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, String> refused = new ConcurrentHashMap<>();
  private String quotaed = "";

  /// A garment and the API key of its maker.
  private record Supply(String key, Garment garment) {}

  /// @param quota garments the last maker may apply for
  Applicants(List<Instance> instances, long quota) {
    this.instances = instances;
    this.quota = quota;
  }

  /// Registers makers whose reports are each shared by many batches. One report more covers less
  /// than will be asked for, and the last maker has a quota it will exceed.
  void register() {
    int port = instances.getFirst().port();
    Api association = new Api(port, "demo-association");
    for (int i = 0; i < MAKERS; i++) {
      String party =
          made(
              association.post(
                  "/api/v1/parties",
                  "{'kind':'MAKER','name':'试验厂%d','creditCode':'%s','address':'某市'}"
                      .formatted(i, Makers.creditCode())));
      String person =
          made(
              association.post(
                  "/api/v1/parties/" + party + "/people",
                  "{'login':'maker%d','name':'某人','role':'MAKER'}".formatted(i)));
      String key = association.post("/api/v1/people/" + person + "/keys", "{}").text("key");
      Api maker = new Api(port, key);
      supplies.add(new Supply(key, Garment.passing(maker, 100_000_000)));
      if (i == 0) {
        supplies.add(new Supply(key, Garment.passing(maker, SCARCE)));
      }
      quotaed = party;
    }
    Answer set =
        association.put(
            "/api/v1/parties/" + quotaed + "/issuing",
            "{'quota':%d,'reason':'试验'}".formatted(quota));
    if (set.status() != 200) {
      throw new IllegalStateException(set.toString());
    }
  }

  /// The maker that has the quota.
  long quotaed() {
    return Long.parseLong(quotaed);
  }

  /// External number to batch, for every application that was told its batch.
  ConcurrentMap<Integer, String> acknowledged() {
    return acknowledged;
  }

  /// Every application that was told that nothing is left.
  ConcurrentMap<Integer, String> refused() {
    return refused;
  }

  /// Applies under a number until there is an answer. The same number is always the same content.
  void apply(int number) {
    Supply supply = supplies.get(number % supplies.size());
    String body = supply.garment().bodyOf(lines(number), ",'externalNo':'PO-" + number + "'");
    long end = System.nanoTime() + PATIENCE;
    while (System.nanoTime() < end) {
      Instance instance = instances.get(ThreadLocalRandom.current().nextInt(instances.size()));
      if (settled(number, instance, supply, body)) {
        return;
      }
      pause();
    }
    throw new IllegalStateException("no answer for PO-" + number);
  }

  private boolean settled(int number, Instance instance, Supply supply, String body) {
    Api maker = new Api(instance.port(), supply.key());
    Answer answer;
    try {
      answer =
          number % 3 == 0
              ? maker.post(Garment.PATH, body)
              : maker.postOnce(Garment.PATH, body, "key-" + number);
    } catch (IllegalStateException e) {
      // Killed while it was at work, or not up again yet: what became of it we do not know.
      return false;
    }
    switch (answer.status()) {
      case 200, 201 -> {
        String before = acknowledged.put(number, answer.text("id"));
        if (before != null && !before.equals(answer.text("id"))) {
          throw new IllegalStateException("PO-" + number + " was told two batches");
        }
      }
      case 422 -> refused.put(number, answer.problem());
      case 409, 503 -> {
        return false;
      }
      default -> throw new IllegalStateException(answer.toString());
    }
    return true;
  }

  /// Mostly small, with spares; now and then more than is left of any block.
  private static String lines(int number) {
    Random random = new Random(number);
    boolean large = number % 1200 == 36;
    long quantity = large ? LARGE : 1 + random.nextInt(120);
    long spares = large ? LARGE : random.nextLong(quantity + 1);
    return "[{'colour':'驼色','size':'170/92A','quantity':%d,'spares':%d}]"
        .formatted(quantity, spares);
  }

  private static String made(Answer answer) {
    if (answer.status() != 201) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.text("id");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
