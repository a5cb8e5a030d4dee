package cn.zhenrong.product;

import cn.zhenrong.party.Caller;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The register of composition labels.
@Service
public class Labels {

  /// A label the caller may see.
  ///
  /// @throws cn.zhenrong.problem.Problem not-found if there is none or it is another party's
  public Label get(Caller caller, LabelId id) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// A label whoever it belongs to, for the public answer.
  public Optional<Label> find(LabelId id) {
    throw new UnsupportedOperationException("not built yet");
  }

  /// Marks a label as used by a batch; from then on nothing may take it away. Joins the caller's
  /// transaction.
  public void use(LabelId id) {
    throw new UnsupportedOperationException("not built yet");
  }
}
