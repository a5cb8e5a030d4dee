package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.party.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

  @PostMapping({"/activations", "/spoilages", "/shipments", "/returns", "/samples", "/displays"})
  Map<String, Object> move(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long batch,
      @RequestBody Selection body,
      HttpServletRequest request) {
    BenchWork work = BenchWork.of(request);
    return work.done(bench.move(caller, new BatchId(batch), work.move(), body));
  }

  /// Codes in a file: one a line, or rows of our own file of codes. `rows` counts those read.
  @PostMapping(
      path = "/spoilages",
      consumes = {"text/csv", "text/plain"})
  Map<String, Object> spoilFile(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long batch,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String words,
      @RequestBody InputStreamResource body)
      throws IOException {
    CodeList file = CodeList.read(body.getInputStream());
    Bench.Done done = bench.spoil(caller, new BatchId(batch), new ReasonInput(reason, words), file);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("rows", file.rows().size());
    answer.putAll(BenchWork.SPOILAGES.done(done));
    return answer;
  }
}
