package cn.zhenrong.keys;

import cn.zhenrong.problem.Words;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells the operator in words why the service did not start, instead of a stack trace.
class UnusableKeysAnalyzer extends AbstractFailureAnalyzer<UnusableKeys> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableKeys cause) {
    return new FailureAnalysis(
        both("keys.analysis") + System.lineSeparator() + cause.getMessage(),
        both("keys.action"), cause);
  }

  private static String both(String key) {
    Words words = UnusableKeys.TEXTS.words(key);
    return words.zh() + System.lineSeparator() + words.en();
  }
}
