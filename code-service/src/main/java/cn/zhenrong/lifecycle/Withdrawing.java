package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
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
  private final Codes codes;

  Withdrawing(Access access, Moving moving, Codes codes) {
    this.access = access;
    this.moving = moving;
    this.codes = codes;
  }

  /// Voids a code; again with the same reason changes nothing.
  ///
  /// @throws cn.zhenrong.problem.Problem never-issued, not-found, not-allowed, invalid-input;
  ///   state-conflict with member `current` if the code is out of use for another reason
  public Code voidCode(Caller who, String serial, ReasonInput input) {
    Code code = access.code(who, serial, Role.MAKER, Role.QC, Role.ASSOCIATION);
    Fields fields = new Fields();
    ReasonInput.Given given = input.read(fields);
    fields.check();
    Deed deed = new Deed(who, Move.VOID, given.reason(), given.words());
    Outcome outcome = moving.move(code.batch(), deed, List.of(Range.of(code.sequence())));
    for (Blocked blocked : outcome.blocked()) {
      if (!isSame(blocked.mark(), deed)) {
        throw Current.conflict(
            LifeTexts.standing(Move.VOID, blocked.run()), code, blocked.run(), codes);
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
