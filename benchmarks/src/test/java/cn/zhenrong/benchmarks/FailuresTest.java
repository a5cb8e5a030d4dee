package cn.zhenrong.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private final Failures failures = new Failures();

  @Test
  void aFailureIsNamedAndLeavesTheOthersStanding() throws InterruptedException {
    List<String> made = new ArrayList<>();

    failures.attempt("one", () -> made.add("one"));
    failures.attempt(
        "two",
        () -> {
          throw new IOException("no socket");
        });
    failures.attempt("three", () -> made.add("three"));

    assertThat(made).containsExactly("one", "three");
    assertThat(failures.names()).singleElement().asString().startsWith("two: ").contains("socket");
  }

  @Test
  void anInterruptEndsEverything() {
    assertThatThrownBy(() ->
            failures.attempt(
                "one",
                () -> {
                  throw new InterruptedException();
                }))
        .isInstanceOf(InterruptedException.class);
  }
}
