package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Code;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Fields;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/// Takes one code out of use for good. The association may do it to any.
@Service
public class Withdrawing {
  private final Access access;
  private final Moving moving;

  Withdrawing(Access access, Moving moving) {
    this.access = access;
    this.moving = moving;
  }

  /// Voids a code; again with the same reason changes nothing.
  ///
  /// @throws cn.zhenrong.problem.Problem never-issued, not-found, not-allowed, invalid-input;
  ///   state-conflict if the code is out of use for another reason
  public Code voidCode(Caller who, String serial, ReasonInput input) {
    Code code = access.code(who, serial, Role.MAKER, Role.QC, Role.ASSOCIATION);
    Fields fields = new Fields();
    ReasonInput.Given given = input.read(fields);
    fields.check();
    Deed deed = new Deed(who, Move.VOID, given.reason(), given.words());
    Outcome outcome = moving.move(code.batch().id(), deed, List.of(Range.of(code.sequence())));
    for (SpanList.Run run : outcome.blocked()) {
      if (!isSame(run.mark(), deed)) {
        throw LifeTexts.conflict(LifeTexts.standing(Move.VOID, run));
      }
    }
    return code;
  }

  private static boolean isSame(Mark mark, Deed deed) {
    return mark.state() == CodeState.VOID
        && mark.reason() == deed.reason()
        && Objects.equals(mark.words(), deed.words());
  }
}
