package cn.zhenrong.issue;

import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Listing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Applications and batches over HTTP.
@RestController
@RequestMapping("/api/v1/batches")
class BatchController {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final Issuing issuing;
  private final Reviews reviews;
  private final Batches batches;
  private final BatchSealer sealer;
  private final JsonMapper json;

  BatchController(
      Issuing issuing, Reviews reviews, Batches batches, BatchSealer sealer, JsonMapper json) {
    this.issuing = issuing;
    this.reviews = reviews;
    this.batches = batches;
    this.sealer = sealer;
    this.json = json;
  }

  /// 201 for a new batch, 200 if the same application was made before under this external number.
  @PostMapping
  ResponseEntity<BatchAnswer> apply(
      @AuthenticationPrincipal Caller caller, @RequestBody NewBatch input) {
    Issuing.Outcome outcome = issuing.apply(caller, input);
    return ResponseEntity.status(outcome.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(outcome.isNew() ? BatchAnswer.of(outcome.batch(), 0) : answer(outcome.batch()));
  }

  @PostMapping("/{id}/approval")
  BatchAnswer decide(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestBody NewReview input) {
    reviews.decide(caller, new BatchId(id), input);
    return detail(batches.get(caller, new BatchId(id)));
  }

  @GetMapping
  List<BatchAnswer> page(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String limit) {
    Fields fields = new Fields();
    BatchStatus wanted = fields.optionalChoice("status", status, List.of(BatchStatus.values()));
    Listing listing = Listing.read(fields, limit, before);
    fields.check();
    return batches.page(caller, wanted, listing).stream().map(this::answer).toList();
  }

  @GetMapping("/{id}")
  BatchAnswer one(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
    Batch batch = batches.get(caller, new BatchId(id));
    return caller.maySee(batch.party()) ? detail(batch) : answer(batch);
  }

  private BatchAnswer answer(Batch batch) {
    return BatchAnswer.of(batch, sealer.sealedLeaves(batch));
  }

  private BatchAnswer detail(Batch batch) {
    PapersRow papers = batches.papers(batch.id());
    return answer(batch).with(json.readValue(papers.decision(), OBJECT), papers);
  }
}
