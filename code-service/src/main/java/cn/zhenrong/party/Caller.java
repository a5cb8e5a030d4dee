package cn.zhenrong.party;

import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.io.Serializable;

/// Who is calling: a person, for an organisation, in a role.
public record Caller(long party, long person, String personName, Role role)
    implements Serializable {

  public PartyId partyId() {
    return new PartyId(party);
  }

  public PersonId personId() {
    return new PersonId(person);
  }

  public boolean is(Role wanted) {
    return role == wanted;
  }

  /// Whether records of `owner` are this caller's to see: the association sees all, the others
  /// their own.
  public boolean maySee(PartyId owner) {
    return role == Role.ASSOCIATION || owner.value() == party;
  }

  /// @throws Problem not-allowed if the caller has none of the roles
  public void require(Role... roles) {
    for (Role wanted : roles) {
      if (role == wanted) {
        return;
      }
    }
    throw Problem.of(ProblemKind.NOT_ALLOWED);
  }

  /// Another party's record is as good as none, so that nobody learns what others have.
  ///
  /// @throws Problem not-found if the record is not this caller's to see
  public void requireSees(PartyId owner) {
    if (!maySee(owner)) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
  }
}
