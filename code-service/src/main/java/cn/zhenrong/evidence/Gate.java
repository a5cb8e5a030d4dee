package cn.zhenrong.evidence;

import cn.zhenrong.product.Label;
import cn.zhenrong.product.Style;
import org.springframework.stereotype.Service;

/// Decides whether a report supports a label and is about these goods: the conformity engine plus
/// the records around it.
@Service
public class Gate {

  /// The decision for codes of this style under this label and report, today.
  public Decision decide(Style style, Label label, Report report) {
    throw new UnsupportedOperationException("not built yet");
  }
}
