package cn.zhenrong.lookup;

import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.lifecycle.Scan;
import cn.zhenrong.lookup.CodeAnswer.ShareAnswer;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.Wording;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.scan.Sender;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Many codes at once, for platforms and warehouses: what the public answer says of each, in short.
/// Counts no verification.
@RestController
class CheckController {
  static final String PATH = "/api/v1/codes/check";
  private static final Texts TEXTS = Texts.beside(CheckController.class);
  private static final int MOST = 500;

  private final Answers answers;
  private final Visitor visitor;

  CheckController(Answers answers, Visitor visitor) {
    this.answers = answers;
    this.visitor = visitor;
  }

  /// @param codes serials in any typed form, or whole texts of labels
  record Codes(@Nullable List<@Nullable String> codes) {}

  /// @param results in the order asked
  record Results(List<Result> results) {}

  /// @param code the serial in its one written form; null where none could be read
  /// @param status as in the public answer, `NEVER_ISSUED` for no code of this installation
  /// @param composition as declared on the label; empty for no code
  record Result(
      @Nullable String code, String status, Title verdict, List<DeclaredPart> composition) {}

  /// @param code as in the verdict table
  record Title(String code, Wording title) {}

  record DeclaredPart(String part, List<ShareAnswer> fibres) {}

  /// @throws Problem `codes.count` for none or too many
  @PostMapping(PATH)
  ResponseEntity<Results> check(@RequestBody Codes body, HttpServletRequest request) {
    List<@Nullable String> codes = body.codes();
    if (codes == null || codes.isEmpty() || codes.size() > MOST) {
      throw Problem.invalid("codes", "codes.count", TEXTS.words("codes.count", MOST));
    }
    Sender sender = visitor.sender(request);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Results(codes.stream().map(text -> result(text, sender)).toList()));
  }

  private Result result(@Nullable String text, Sender sender) {
    Optional<Scan> scan = Scan.read(text);
    Optional<Code> code = scan.flatMap(read -> answers.find(read.serial()).filter(read::names));
    return code.map(found -> result(answers.answer(found, signature(text), sender)))
        .orElseGet(() -> neverIssued(scan.map(Scan::serial).map(Serial::text).orElse(null)));
  }

  /// The same answer as for one code, and less of it.
  private static Result result(Answer answer) {
    CodeAnswer full = CodeAnswer.of(answer);
    return new Result(
        full.serial(),
        full.status(),
        new Title(full.verdict().code(), full.verdict().title()),
        full.composition().stream()
            .map(part -> new DeclaredPart(part.part(), part.fibres()))
            .toList());
  }

  private static Result neverIssued(@Nullable String serial) {
    CodeAnswer.Verdict verdict = CodeAnswer.Verdict.of(VerdictBar.of(Situation.NEVER_ISSUED));
    return new Result(
        serial, verdict.code(), new Title(verdict.code(), verdict.title()), List.of());
  }

  private static @Nullable String signature(@Nullable String text) {
    int query = text == null ? -1 : text.indexOf('?');
    return text == null || query < 0
        ? null
        : Visitor.signature(text.substring(query + 1).replaceFirst("#.*", ""));
  }
}
