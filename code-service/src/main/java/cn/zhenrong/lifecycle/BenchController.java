package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.party.Caller;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Work on many codes of one batch, over HTTP. Every answer counts what moved and lists what did
/// not, with the reason.
@RestController
@RequestMapping("/api/v1/batches/{batch}")
class BenchController {
  private final Bench bench;

  BenchController(Bench bench) {
    this.bench = bench;
  }

  @PostMapping("/activations")
  Map<String, Object> activate(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long batch,
      @RequestBody Selection body) {
    return done("activated", bench.move(caller, new BatchId(batch), Move.ACTIVATE, body));
  }

  @PostMapping("/spoilages")
  Map<String, Object> spoil(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long batch,
      @RequestBody Selection body) {
    return done("spoiled", bench.move(caller, new BatchId(batch), Move.SPOIL, body));
  }

  @PostMapping("/shipments")
  Map<String, Object> ship(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long batch,
      @RequestBody Selection body) {
    return done("shipped", bench.move(caller, new BatchId(batch), Move.SHIP, body));
  }

  @PostMapping("/returns")
  Map<String, Object> takeBack(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long batch,
      @RequestBody Selection body) {
    return done("returned", bench.move(caller, new BatchId(batch), Move.RETURN, body));
  }

  @PostMapping("/samples")
  Map<String, Object> sample(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long batch,
      @RequestBody Selection body) {
    return done("sampled", bench.move(caller, new BatchId(batch), Move.SAMPLE, body));
  }

  @PostMapping("/displays")
  Map<String, Object> display(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long batch,
      @RequestBody Selection body) {
    return done("displayed", bench.move(caller, new BatchId(batch), Move.DISPLAY, body));
  }

  private static Map<String, Object> done(String verb, Bench.Done done) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(verb, done.moved());
    answer.put("refused", done.refused());
    if (done.more()) {
      answer.put("more", true);
    }
    return answer;
  }
}
