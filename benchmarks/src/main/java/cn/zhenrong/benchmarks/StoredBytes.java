package cn.zhenrong.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// How many bytes of tables a code costs: the service is stopped with its stores and the pages in
/// use are counted, before and after something was done to codes.
///
/// Every table counts, the audit trail and the events too.
final class StoredBytes {
  private static final int BATCH = 10_000;

  private final Plan.Load load;
  private final Path folder;
  private @Nullable Activations inOrder;
  private @Nullable Activations atRandom;

  StoredBytes(Plan.Load load, Path folder) {
    this.load = load;
    this.folder = folder;
  }

  /// Something that is done to codes.
  private interface Deed {
    void to(RunningService service) throws IOException, ExecutionException, InterruptedException;
  }

  /// Issues and downloads the batches whose codes will be activated. Of the second, half the codes
  /// will be, chosen at random: so no state a batch can be in takes more rows.
  void prepare(RunningService service) throws IOException, InterruptedException {
    try (Wire wire = service.wire()) {
      Maker maker = new Maker(wire);
      String first = maker.issue(maker.papers(), "compact", load.activations());
      inOrder = new Activations(first, maker.serials(first, load.activations()));
      String second = maker.issue(maker.papers(), "compact", 2L * load.activations());
      List<String> serials = new ArrayList<>(maker.serials(second, 2 * load.activations()));
      Collections.shuffle(serials, new Random(1));
      atRandom = new Activations(second, serials.subList(0, load.activations()));
    }
  }

  void measure(Scores scores) throws IOException, ExecutionException, InterruptedException {
    if (inOrder == null || atRandom == null) {
      throw new IllegalStateException("there is nothing to activate");
    }
    Activations ordered = inOrder;
    Activations random = atRandom;
    long start = TablePages.bytes(folder);
    long issued = after(this::issue);
    tell(
        scores,
        ServiceMeasurement.BYTES_UNTOUCHED,
        issued - start,
        (double) load.batches() * BATCH);
    long first = after(service -> activate(service, ordered));
    tell(scores, ServiceMeasurement.BYTES_IN_ORDER, first - issued, load.activations());
    long second = after(service -> activate(service, random));
    tell(scores, ServiceMeasurement.BYTES_AT_RANDOM, second - first, load.activations());
  }

  private long after(Deed deed) throws IOException, ExecutionException, InterruptedException {
    try (RunningService service = RunningService.start(folder)) {
      deed.to(service);
    }
    return TablePages.bytes(folder);
  }

  private void issue(RunningService service) throws IOException, InterruptedException {
    try (Wire wire = service.wire()) {
      Maker maker = new Maker(wire);
      String application = maker.papers().application("signed", BATCH);
      List<String> batches = new ArrayList<>();
      for (int i = 0; i < load.batches(); i++) {
        batches.add(Maker.id(wire.post(Maker.BATCHES, application)));
      }
      for (String batch : batches) {
        maker.awaitOpen(batch);
      }
    }
  }

  private static void activate(RunningService service, Activations activations)
      throws IOException, ExecutionException, InterruptedException {
    List<Wire> wires = new ArrayList<>();
    try {
      List<Clients.Client> clients = new ArrayList<>();
      for (int i = 0; i < Clients.EIGHT; i++) {
        Wire wire = service.wire();
        wires.add(wire);
        clients.add(activations.client(wire));
      }
      Clients.toTheEnd(clients);
    } finally {
      for (Wire wire : wires) {
        wire.close();
      }
    }
  }

  private static void tell(
      Scores scores, ServiceMeasurement measurement, long bytes, double codes) {
    scores.tell(1, measurement, List.of(bytes / codes));
  }
}
