package cn.zhenrong.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.zhenrong.code.Serial;
import cn.zhenrong.evidence.ReportStatus;
import cn.zhenrong.keys.KeyStatus;
import cn.zhenrong.lifecycle.CodeState;
import cn.zhenrong.lifecycle.Hold;
import cn.zhenrong.lifecycle.Reason;
import cn.zhenrong.lifecycle.Standing;
import cn.zhenrong.lookup.Judge.Known;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.VerdictFacts;
import cn.zhenrong.problem.Words;
import cn.zhenrong.scan.CloneRule;
import cn.zhenrong.scan.Queries;
import cn.zhenrong.scan.Suspicion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The verdict table, row by row, in both languages.
class JudgeTest {
  private static final Instant THEN = Instant.parse("2026-11-20T02:03:00Z");
  private static final Serial SUCCESSOR = new Serial("0D26K7YTY8GVZYWZ");
  private static final Queries OWN = new Queries(THEN, null, 1, null, THEN, 0, List.of());
  private static final Queries OTHERS = new Queries(THEN, null, 3, null, null, 3, List.of());
  private static final Queries COPIED =
      new Queries(
          THEN,
          null,
          6,
          null,
          null,
          6,
          List.of(
              new Suspicion(
                  1,
                  CloneRule.IMPOSSIBLE_TRAVEL,
                  new Words("三地同时被查询", "verified in three places at once"),
                  THEN.minusSeconds(60),
                  THEN,
                  1,
                  List.of(),
                  null)));
  private static final Hold HOLD = new Hold(1, false, "抽检复核", THEN);
  private static final Hold RECALL = new Hold(2, true, "成份不符", THEN);

  static List<Arguments> rows() {
    return List.of(
        arguments(active(), "VALID_FIRST", "编码有效", "valid"),
        arguments(active(OWN), "VALID_AGAIN", "您于", "You"),
        arguments(active(OTHERS), "VALID_OTHERS", "已被查询 3 次", "3"),
        arguments(active(COPIED), "CLONE_SUSPECTED", "此码可能被复制", "copied"),
        arguments(in(CodeState.SHIPPED), "VALID_FIRST", "编码有效", "valid"),
        arguments(in(CodeState.ISSUED), "NOT_ACTIVATED", "尚未质检激活", "not"),
        arguments(in(CodeState.RELEASED), "NOT_ACTIVATED", "尚未质检激活", "not"),
        arguments(in(CodeState.RETURNED), "NOT_ACTIVATED", "尚未质检激活", "not"),
        arguments(in(CodeState.DISPLAY), "DISPLAY", "商品展示码", "isplay"),
        arguments(soldAgain(), "VALID_RETURNED", "退货复检合格后再售", "return"),
        arguments(hold(active(), HOLD), "ON_HOLD", "正在复核", "hold|review"),
        arguments(report(active()), "REPORT_LAPSED", "检验报告已失效", "report"),
        arguments(key(active()), "KEY_COMPROMISED", "签发密钥已停用", "key"),
        arguments(signature(active()), "SIGNATURE_MISMATCH", "签名不符", "signature"),
        arguments(hold(active(), RECALL), "RECALLED", "召回：成份不符", "ecall"),
        arguments(gone(CodeState.VOID, Reason.DAMAGED, null), "VOID", "此码已作废", "void"),
        arguments(gone(CodeState.SPOILED, Reason.MISPRINT, null), "VOID", "印刷错误", "misprint"),
        arguments(gone(CodeState.SAMPLED, Reason.SAMPLE, null), "VOID", "取样", "sampl"),
        arguments(
            gone(CodeState.REPLACED, Reason.MISPRINT, SUCCESSOR), "REPLACED", "ZYWZ", "ZYWZ"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowSaysItsWords(Known known, String code, String chinese, String english) {
    Situation situation = Judge.situation(known);
    assertThat(situation.name()).isEqualTo(code);
    VerdictBar bar =
        VerdictBar.of(situation, Mention.of(known.standing(), known.hold(), known.queries()));
    assertThat(bar.title().zh()).contains(chinese).doesNotContain("正品").doesNotContain("合规");
    assertThat(bar.title().en()).containsPattern("(?i)" + english);
    assertThat(bar.advice()).isNotEmpty();
  }

  @Test
  void theStrictestDecides() {
    Known everything = key(report(signature(hold(in(CodeState.ISSUED), HOLD))));
    assertThat(Judge.situation(everything)).isEqualTo(Situation.SIGNATURE_MISMATCH);
    assertThat(Judge.situation(hold(everything, RECALL))).isEqualTo(Situation.RECALLED);
    assertThat(Judge.situation(hold(gone(CodeState.VOID, Reason.LOST, null), HOLD)))
        .isEqualTo(Situation.VOID);
    assertThat(Judge.situation(key(report(hold(active(OTHERS), HOLD)))))
        .isEqualTo(Situation.ON_HOLD);
    assertThat(Judge.situation(report(in(CodeState.DISPLAY)))).isEqualTo(Situation.REPORT_LAPSED);
  }

  @Test
  void aSuspicionIsForGarmentsOnSaleOnly() {
    assertThat(Judge.situation(known(standing(CodeState.SHIPPED, null, null, false), COPIED)))
        .isEqualTo(Situation.CLONE_SUSPECTED);
    assertThat(Judge.situation(known(standing(CodeState.DISPLAY, null, null, false), COPIED)))
        .isEqualTo(Situation.DISPLAY);
    assertThat(Judge.situation(known(standing(CodeState.RELEASED, null, null, false), COPIED)))
        .isEqualTo(Situation.NOT_ACTIVATED);
    assertThat(Judge.situation(hold(active(COPIED), HOLD))).isEqualTo(Situation.ON_HOLD);
    assertThat(Judge.situation(hold(active(COPIED), RECALL))).isEqualTo(Situation.RECALLED);
  }

  @Test
  void aSuspicionFromBeforeAReturnIsOver() {
    assertThat(Judge.situation(known(standing(CodeState.ACTIVE, null, null, true), COPIED)))
        .as("seen at the very time it was sold again")
        .isEqualTo(Situation.CLONE_SUSPECTED);
    Standing later =
        new Standing(CodeState.ACTIVE, null, null, null, THEN.plusSeconds(1), true, null);
    assertThat(Judge.situation(known(later, COPIED))).isEqualTo(Situation.VALID_OTHERS);
  }

  @Test
  void theBarOfASuspicionTellsTheFacts() {
    VerdictBar bar =
        VerdictBar.of(
            Situation.CLONE_SUSPECTED, Mention.noticed(VerdictFacts.NONE, COPIED.suspicions()));

    assertThat(bar.observed().getFirst().zh()).isEqualTo("三地同时被查询");
    assertThat(bar.observed().getFirst().en()).isEqualTo("verified in three places at once");
    assertThat(bar.advice()).isNotEmpty();
    assertThat(CodeAnswer.Verdict.of(bar).advice().getFirst())
        .as("first in the JSON")
        .isEqualTo(bar.observed().getFirst());
  }

  @Test
  void aReturnedCodeThatOthersVerifiedShowsTheirVisits() {
    Known known = soldAgain();
    Known seen =
        new Known(known.standing(), null, known.report(), known.key(), known.signature(), OTHERS);
    assertThat(Judge.situation(seen)).isEqualTo(Situation.VALID_OTHERS);
  }

  private static Known active() {
    return active(Queries.NONE);
  }

  private static Known active(Queries queries) {
    return known(standing(CodeState.ACTIVE, null, null, false), queries);
  }

  private static Known in(CodeState state) {
    return known(standing(state, null, null, false), Queries.NONE);
  }

  private static Known soldAgain() {
    return known(standing(CodeState.ACTIVE, null, null, true), Queries.NONE);
  }

  private static Known gone(CodeState state, Reason reason, @Nullable Serial successor) {
    return known(standing(state, reason, successor, false), Queries.NONE);
  }

  private static Standing standing(
      CodeState state, @Nullable Reason reason, @Nullable Serial successor, boolean soldAgain) {
    return new Standing(state, reason, null, successor, THEN, soldAgain, null);
  }

  private static Known known(Standing standing, Queries queries) {
    return new Known(
        standing, null, ReportStatus.VALID, KeyStatus.CURRENT, SignatureCheck.ABSENT, queries);
  }

  private static Known hold(Known k, Hold hold) {
    return new Known(k.standing(), hold, k.report(), k.key(), k.signature(), k.queries());
  }

  private static Known report(Known k) {
    return new Known(
        k.standing(), k.hold(), ReportStatus.WITHDRAWN, k.key(), k.signature(), k.queries());
  }

  private static Known key(Known k) {
    return new Known(
        k.standing(), k.hold(), k.report(), KeyStatus.COMPROMISED, k.signature(), k.queries());
  }

  private static Known signature(Known k) {
    return new Known(
        k.standing(), k.hold(), k.report(), k.key(), SignatureCheck.MISMATCH, k.queries());
  }
}
