package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhenrong.issue.Batches;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.testing.Makers;
import cn.zhenrong.testing.Makers.Member;
import cn.zhenrong.testing.ServiceTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A batch scanned label by label, in any order, at many stations at once. `make prove` does it
/// with 100 000.
@ServiceTest
class SingleActivationsIT {
  private static final int CODES = Integer.getInteger("zhenrong.single-activations", 1500);
  private static final int STATIONS = 8;

  @Autowired Makers makers;
  @Autowired Batches batches;
  @Autowired Codes codes;
  @Autowired Bench bench;
  @Autowired Rebuilding rebuilding;
  @Autowired LifeMapper mapper;
  @LocalServerPort int port;

  @Test
  void staysOneSpanAndLosesNoEvent() throws Exception {
    Member maker = makers.maker();
    SealedBatch batch =
        SealedBatch.of(
            maker, port, batches, codes, "{'colour':'驼色','size':'M','quantity':" + CODES + "}");
    List<Long> order = new ArrayList<>(LongStream.rangeClosed(1, CODES).boxed().toList());
    Collections.shuffle(order, new Random(5));
    List<Callable<Long>> stations = new ArrayList<>();
    for (int station = 0; station < STATIONS; station++) {
      int own = station;
      stations.add(() -> {
        long activated = 0;
        for (int i = own; i < CODES; i += STATIONS) {
          Selection scan = new Selection(List.of(batch.text(order.get(i))), null, null, null, null);
          activated += bench.move(maker.caller(), batch.batch().id(), Move.ACTIVATE, scan).moved();
        }
        return activated;
      });
    }

    long activated = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(STATIONS)) {
      for (Future<Long> one : threads.invokeAll(stations)) {
        activated += one.get();
      }
    }

    assertThat(activated).isEqualTo(CODES);
    assertThat(rebuilding.fromTable(batch.batch().id()))
        .singleElement()
        .satisfies(span -> {
          assertThat(span.firstSequence()).isEqualTo(1);
          assertThat(span.lastSequence()).isEqualTo(CODES);
          assertThat(span.state()).isEqualTo(CodeState.ACTIVE);
        });
    long id = batch.batch().id().value();
    assertThat(mapper.eventsAfter(id, CODES - 1, 10)).hasSize(1);
    assertThat(mapper.lock(id)).isEqualTo(new LifeRow(CODES, CODES, null, Integer.toString(CODES)));
    assertThat(rebuilding.rebuild(batch.batch().id())).isEqualTo(new Rebuilding.Rebuilt(1, false));
  }
}
