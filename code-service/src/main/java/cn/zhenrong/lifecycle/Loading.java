package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.BatchId;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.Role;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the codes somebody wants to put into a box.
@Component
class Loading {
  private final Access access;
  private final Codes codes;

  Loading(Access access, Codes codes) {
    this.access = access;
    this.codes = codes;
  }

  /// @param fields what was wrong so far
  /// @throws Problem not-allowed, not-found, invalid-input
  Load load(Caller who, NewBox input, Fields fields) {
    who.require(Role.MAKER, Role.QC);
    List<@Nullable String> scans = input.scans(fields);
    fields.check();
    return scans == null ? counted(who, input) : scanned(who, scans);
  }

  private Load scanned(Caller who, List<@Nullable String> scans) {
    Load load = new Load(codes);
    PartyId maker = null;
    for (int i = 0; i < scans.size(); i++) {
      Optional<Scan> scan = Scan.read(scans.get(i));
      String serial = scan.map(one -> one.serial().text()).orElse(null);
      Optional<Code> code = scan.flatMap(one -> codes.find(one.serial()).filter(one::names));
      if (code.isEmpty()) {
        load.refuse(i, serial, serial == null ? "NOT_A_SERIAL" : "NEVER_ISSUED");
        continue;
      }
      PartyId party = code.get().batch().party();
      if (!access.reaches(who, party) || (maker != null && !maker.equals(party))) {
        load.refuse(i, serial, "WRONG_MAKER");
      } else {
        maker = party;
        load.add(i, code.get());
      }
    }
    return load;
  }

  private Load counted(Caller who, NewBox input) {
    Batch batch = access.batch(who, id(input.batch()), Role.MAKER, Role.QC);
    Fields fields = new Fields();
    Ranges numbers = input.numbers(fields, batch.count());
    fields.check();
    Load load = new Load(codes);
    int place = 0;
    for (Range range : numbers.all()) {
      for (long sequence = range.first(); sequence <= range.last(); sequence++) {
        load.add(place++, codes.at(batch, sequence));
      }
    }
    return load;
  }

  private static BatchId id(@Nullable String text) {
    if (text == null || !text.matches("[0-9]{1,18}")) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    return new BatchId(Long.parseLong(text));
  }
}
