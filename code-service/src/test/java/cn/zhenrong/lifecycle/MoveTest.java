package cn.zhenrong.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoveTest {
  /// All pairs: a column for each state a code may be in, `x` where the move is allowed.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          move     | leads to | ISSUED RELEASED ACTIVE SHIPPED RETURNED SPOILED SAMPLED VOID REPLACED DISPLAY
          RELEASE  | RELEASED | x . . . . . . . . .
          ACTIVATE | ACTIVE   | x x . . x . . . . .
          SHIP     | SHIPPED  | . . x . . . . . . .
          RETURN   | RETURNED | . . x x . . . . . .
          SPOIL    | SPOILED  | x x . . . . . . . .
          SAMPLE   | SAMPLED  | x x x x x . . . . .
          VOID     | VOID     | x x x x x . . . . .
          REPLACE  | REPLACED | x x x x x . . . . .
          DISPLAY  | DISPLAY  | x x . . . . . . . .
          """)
  void followsTheTable(Move move, CodeState to, String row) {
    assertThat(move.to()).isEqualTo(to);
    assertThat(
            Arrays.stream(CodeState.values())
                .map(state -> move.allowedFrom(state) ? "x" : ".")
                .collect(Collectors.joining(" ")))
        .isEqualTo(row);
  }

  @Test
  void everyMoveIsInTheTableAndEveryStateIsReached() {
    assertThat(Move.values()).hasSize(9);
    assertThat(Arrays.stream(Move.values()).map(Move::to))
        .containsExactlyInAnyOrder(
            Arrays.stream(CodeState.values())
                .filter(state -> state != CodeState.ISSUED)
                .toArray(CodeState[]::new));
  }

  @Test
  void nothingLeavesAFinalState() {
    for (CodeState state : CodeState.values()) {
      assertThat(Arrays.stream(Move.values()).anyMatch(move -> move.allowedFrom(state)))
          .isEqualTo(!state.isFinal());
    }
  }

  @Test
  void onlyAReturnedCodeIsSoldAgain() {
    Mark active = Mark.UNTOUCHED.after(Move.ACTIVATE, null, null);
    Mark again =
        active
            .after(Move.SHIP, null, null)
            .after(Move.RETURN, null, null)
            .after(Move.ACTIVATE, null, null);

    assertThat(active.soldAgain()).isFalse();
    assertThat(again.soldAgain()).isTrue();
    assertThat(again.after(Move.SHIP, null, null).soldAgain()).isTrue();
  }
}
