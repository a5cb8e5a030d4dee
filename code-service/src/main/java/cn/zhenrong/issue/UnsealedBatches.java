package cn.zhenrong.issue;

import cn.zhenrong.keys.KeyRetiring;
import cn.zhenrong.problem.ProblemKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps a key in use while a batch accepted under it still waits for its manifest.
@Component
class UnsealedBatches {
  private final SealMapper mapper;

  UnsealedBatches(SealMapper mapper) {
    this.mapper = mapper;
  }

  @EventListener
  void on(KeyRetiring key) {
    int waiting = mapper.sealingUnder(key.slot());
    if (waiting > 0) {
      throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "key.sealing", key.slot(), waiting);
    }
  }
}
