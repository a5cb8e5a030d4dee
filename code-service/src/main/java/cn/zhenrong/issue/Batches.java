package cn.zhenrong.issue;

import cn.zhenrong.party.Caller;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The batches there are.
@Service
public class Batches {

  /// A batch the caller may see.
  ///
  /// @throws cn.zhenrong.problem.Problem not-found if there is none or it is another party's
  public Batch get(Caller caller, BatchId id) {
    throw new UnsupportedOperationException("not built yet");
  }

  public Optional<Batch> find(BatchId id) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// The batch whose range holds an index.
  public Optional<Batch> holding(long index) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// What the gate decided when the batch was applied for.
  public cn.zhenrong.evidence.Decision decision(BatchId id) {
    throw new UnsupportedOperationException("not built yet");
  }
}
