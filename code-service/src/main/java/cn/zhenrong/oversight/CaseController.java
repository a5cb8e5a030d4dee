package cn.zhenrong.oversight;

import cn.zhenrong.oversight.CaseDesk.Opened;
import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Listing;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What shoppers reported, for the association.
@RestController
@RequestMapping("/api/v1/cases")
class CaseController {

  private final CaseDesk desk;

  CaseController(CaseDesk desk) {
    this.desk = desk;
  }

  /// @param id to go on by with `before`
  /// @param scanned serial, or what stood in its place
  /// @param batch and `sequence`: of a code that was issued
  /// @param shown verdict code the shopper saw
  /// @param text the whole of what the shopper had scanned or pasted, where it says more
  /// @param forgottenAt when contact, photo, words and notes were deleted
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CaseSummary(
      String id,
      String number,
      CaseKind kind,
      CaseStatus status,
      @Nullable CaseOutcome outcome,
      String scanned,
      @Nullable String batch,
      @Nullable Long sequence,
      String shown,
      @Nullable String text,
      @Nullable String words,
      @Nullable String shop,
      boolean photo,
      Instant receivedAt,
      @Nullable Instant forgottenAt) {
    static CaseSummary of(CaseRow row) {
      return new CaseSummary(
          Long.toString(row.id()),
          new CaseNumber(row.number()).human(),
          row.kind(),
          row.status(),
          row.outcome(),
          row.scanned(),
          row.codeBatchId() == null ? null : row.codeBatchId().toString(),
          row.codeSequence(),
          row.shown(),
          row.scannedText(),
          row.words(),
          row.shop(),
          row.photoDigest() != null,
          row.receivedAt(),
          row.forgottenAt());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Contact(@Nullable String phone, @Nullable String orderNo) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AnswerGiven(
      Instant at, CaseStatus status, NewAnswer.Said words, @Nullable String note, String by) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WholeCase(CaseSummary summary, @Nullable Contact contact, List<AnswerGiven> answers) {
    static WholeCase of(Opened opened) {
      ContactRow contact = opened.contact();
      return new WholeCase(
          CaseSummary.of(opened.row()),
          contact == null ? null : new Contact(contact.phone(), contact.orderNo()),
          opened.answers().stream()
              .map(row ->
                  new AnswerGiven(
                      row.answeredAt(),
                      row.status(),
                      new NewAnswer.Said(row.wordsZh(), row.wordsEn()),
                      row.note(),
                      Long.toString(row.personId())))
              .toList());
    }
  }

  /// Newest first.
  @GetMapping
  List<CaseSummary> page(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String limit) {
    Fields fields = new Fields();
    CaseStatus wanted = fields.optionalChoice("status", status, List.of(CaseStatus.values()));
    Listing listing = Listing.read(fields, limit, before);
    fields.check();
    return desk.page(caller, wanted, listing).stream().map(CaseSummary::of).toList();
  }

  @GetMapping("/{number}")
  WholeCase get(@AuthenticationPrincipal Caller caller, @PathVariable String number) {
    return WholeCase.of(desk.get(caller, number));
  }

  @GetMapping("/{number}/photo")
  ResponseEntity<byte[]> photo(
      @AuthenticationPrincipal Caller caller, @PathVariable String number) {
    byte[] photo = desk.photo(caller, number);
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_JPEG)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("case.jpg").build().toString())
        .body(photo);
  }

  @PostMapping("/{number}/answer")
  WholeCase answer(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String number,
      @RequestBody NewAnswer input) {
    return WholeCase.of(desk.answer(caller, number, input));
  }
}
