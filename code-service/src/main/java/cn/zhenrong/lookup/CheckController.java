package cn.zhenrong.lookup;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.code.Serial;
import cn.zhenrong.issue.Code;
import cn.zhenrong.lifecycle.Scan;
import cn.zhenrong.lookup.CodeAnswer.ShareAnswer;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.VerdictFacts;
import cn.zhenrong.page.Wording;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.Texts;
import cn.zhenrong.problem.Words;
import cn.zhenrong.scan.Sender;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final String authority;

  CheckController(Answers answers, Visitor visitor, PublicBase base) {
    this.answers = answers;
    this.visitor = visitor;
    this.authority = base.authority();
  }

  /// @param codes serials in any typed form, or whole texts of labels
  record Codes(@Nullable List<@Nullable String> codes) {}

  /// @param results in the order asked
  record Results(List<Result> results) {}

  /// @param code the serial in its one written form; null where none could be read
  /// @param status as in the public answer, `NEVER_ISSUED` for no code of this installation
  /// @param composition as declared on the label; empty for no code
  /// @param notices what is unusual about this text in this list; mostly nothing
  record Result(
      @Nullable String code,
      String status,
      Title verdict,
      List<DeclaredPart> composition,
      List<Notice> notices) {}

  /// Something to look at that the code itself cannot tell.
  ///
  /// @param code `OTHER_SITE`: the label leads to another site than this one; `REPEATED`: the same
  ///   code stands in the list more than once; `NOT_A_SERIAL` and `CHECK_SYMBOL`: misread or
  ///   mistyped rather than counterfeit
  record Notice(String code, Wording words) {
    static Notice of(String code, Object... arguments) {
      Words words = TEXTS.words("notice." + code, arguments);
      return new Notice(code, new Wording(words.zh(), words.en()));
    }
  }

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
    Map<Serial, Integer> times = new HashMap<>();
    codes.forEach(
        text -> Scan.read(text).ifPresent(scan -> times.merge(scan.serial(), 1, Integer::sum)));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Results(codes.stream().map(text -> result(text, times, sender)).toList()));
  }

  private Result result(@Nullable String text, Map<Serial, Integer> times, Sender sender) {
    Optional<Scan> scan = Scan.read(text);
    List<Notice> notices = notices(text, scan.map(Scan::serial).orElse(null), times);
    Optional<Code> code = scan.flatMap(read -> answers.find(read.serial()).filter(read::names));
    return code.map(found -> result(answers.answer(found, signature(text), sender), notices))
        .orElseGet(() ->
            neverIssued(text, scan.map(Scan::serial).map(Serial::text).orElse(null), notices));
  }

  private List<Notice> notices(
      @Nullable String text, @Nullable Serial serial, Map<Serial, Integer> times) {
    List<Notice> notices = new ArrayList<>();
    if (serial == null) {
      boolean check =
          text != null && Serial.slip(text).filter(CheckController::isCheck).isPresent();
      notices.add(Notice.of(check ? "CHECK_SYMBOL" : "NOT_A_SERIAL"));
    } else if (times.getOrDefault(serial, 0) > 1) {
      notices.add(Notice.of("REPEATED", times.getOrDefault(serial, 0)));
    }
    if (Scan.authority(text).filter(host -> !host.equals(authority)).isPresent()) {
      notices.add(Notice.of("OTHER_SITE"));
    }
    return notices;
  }

  private static boolean isCheck(Serial.Slip slip) {
    return slip.kind() == Serial.Slip.Kind.CHECK;
  }

  /// The same answer as for one code, and less of it.
  private static Result result(Answer answer, List<Notice> notices) {
    CodeAnswer full = CodeAnswer.of(answer, null);
    return new Result(
        full.serial(),
        full.status(),
        new Title(full.verdict().code(), full.verdict().title()),
        full.composition().stream()
            .map(part -> new DeclaredPart(part.part(), part.fibres()))
            .toList(),
        notices);
  }

  private Result neverIssued(@Nullable String text, @Nullable String serial, List<Notice> notices) {
    VerdictFacts where = VerdictFacts.NONE.scannedAt(Scan.authority(text).orElse(authority));
    CodeAnswer.Verdict verdict =
        CodeAnswer.Verdict.of(VerdictBar.of(Situation.NEVER_ISSUED, where));
    return new Result(
        serial, verdict.code(), new Title(verdict.code(), verdict.title()), List.of(), notices);
  }

  private static @Nullable String signature(@Nullable String text) {
    int query = text == null ? -1 : text.indexOf('?');
    return text == null || query < 0
        ? null
        : Visitor.signature(text.substring(query + 1).replaceFirst("#.*", ""));
  }
}
