package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Listing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Boxes over HTTP, for the maker, its bench and those that work for many.
@RestController
@RequestMapping("/api/v1")
class BoxController {

  private final Packing packing;
  private final Boxes boxes;
  private final BoxMoving moving;

  BoxController(Packing packing, Boxes boxes, BoxMoving moving) {
    this.packing = packing;
    this.boxes = boxes;
    this.moving = moving;
  }

  /// @param words why, if somebody says
  record OpeningInput(@Nullable String words) {}

  @PostMapping("/boxes")
  @ResponseStatus(HttpStatus.CREATED)
  BoxAnswer seal(@AuthenticationPrincipal Caller caller, @RequestBody NewBox body) {
    return BoxAnswer.of(packing.seal(caller, body).row());
  }

  @GetMapping("/boxes/{box}")
  BoxAnswer one(@AuthenticationPrincipal Caller caller, @PathVariable String box) {
    Box found = boxes.get(caller, box);
    return BoxAnswer.of(found.row(), boxes.items(found));
  }

  @GetMapping("/batches/{batch}/boxes")
  List<BoxAnswer> page(
      @AuthenticationPrincipal Caller caller,
      @PathVariable long batch,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String limit) {
    int most = Listing.read(limit, null).limit();
    return boxes.page(caller, new BatchId(batch), before, most).stream()
        .map(BoxAnswer::of)
        .toList();
  }

  @PostMapping({"/boxes/{box}/activations", "/boxes/{box}/shipments", "/boxes/{box}/returns"})
  Map<String, Object> move(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String box,
      HttpServletRequest request) {
    BenchWork work = BenchWork.of(request);
    return work.done(moving.move(caller, box, work.move()));
  }

  @PostMapping("/boxes/{box}/opening")
  BoxAnswer open(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String box,
      @RequestBody(required = false) @Nullable OpeningInput body) {
    return BoxAnswer.of(moving.open(caller, box, body == null ? null : body.words()));
  }
}
