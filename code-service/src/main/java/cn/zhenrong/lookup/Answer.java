package cn.zhenrong.lookup;

import cn.zhenrong.issue.Code;
import cn.zhenrong.lifecycle.Hold;
import cn.zhenrong.lifecycle.Standing;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.scan.Queries;
import org.jspecify.annotations.Nullable;

/// Everything one answer says, before it is a page or JSON.
record Answer(
    Code code,
    Facts facts,
    Standing standing,
    @Nullable Hold hold,
    SignatureCheck signature,
    Queries queries,
    Worded worded) {

  VerdictBar verdict() {
    return worded.bar();
  }

  /// The state of the code, or what a hold makes of it.
  String status() {
    if (hold == null) {
      return standing.state().name();
    }
    return hold.recall() ? "RECALLED" : "SUSPENDED";
  }
}
