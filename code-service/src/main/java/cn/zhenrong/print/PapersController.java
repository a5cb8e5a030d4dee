package cn.zhenrong.print;

import cn.zhenrong.issue.BatchId;
import cn.zhenrong.party.Caller;
import cn.zhenrong.product.LabelId;
import cn.zhenrong.product.StyleId;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Papers without a code on them, as PDF: the card for a stall (A6) and the order form (A4).
@RestController
class PapersController {
  private final Papers papers;
  private final Clock clock;

  PapersController(Papers papers, Clock clock) {
    this.papers = papers;
    this.clock = clock;
  }

  @GetMapping("/api/v1/batches/{id}/card.pdf")
  ResponseEntity<byte[]> card(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
    byte[] pdf = papers.card(caller, new BatchId(id)).pdf(clock.instant());
    return PrintController.file(pdf, MediaType.APPLICATION_PDF, "zhenrong-card-" + id + ".pdf");
  }

  /// @param labelId the composition to order by, a label of this style
  @GetMapping("/api/v1/styles/{id}/order-form.pdf")
  ResponseEntity<byte[]> orderForm(
      @AuthenticationPrincipal Caller caller, @PathVariable long id, @RequestParam long labelId) {
    byte[] pdf =
        papers.orderForm(caller, new StyleId(id), new LabelId(labelId)).pdf(clock.instant());
    return PrintController.file(pdf, MediaType.APPLICATION_PDF, "zhenrong-order-" + id + ".pdf");
  }
}
