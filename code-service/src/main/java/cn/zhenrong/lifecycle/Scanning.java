package cn.zhenrong.lifecycle;

import cn.zhenrong.issue.Batch;
import cn.zhenrong.issue.Code;
import cn.zhenrong.issue.Codes;
import cn.zhenrong.party.Caller;
import cn.zhenrong.problem.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the codes of one batch in what was scanned or sent as a file.
@Component
class Scanning {
  private final Access access;
  private final Codes codes;

  Scanning(Access access, Codes codes) {
    this.access = access;
    this.codes = codes;
  }

  /// The code a scan names, if it was ever issued.
  Optional<Code> find(Scan scan) {
    return codes.find(scan.serial()).filter(scan::names);
  }

  Wanted range(Batch batch, Range range) {
    return Wanted.range(range, sequence -> codes.at(batch, sequence).serial());
  }

  Wanted list(Caller who, Batch batch, List<@Nullable String> typed) {
    Wanted wanted =
        Wanted.scanned(sequence -> codes.at(batch, sequence).serial(), Refused::scanned);
    for (int i = 0; i < typed.size(); i++) {
      Optional<Scan> scan = Scan.read(typed.get(i));
      if (scan.isPresent()) {
        add(who, batch, wanted, i, scan.get());
      } else {
        wanted.refuse(i, null, "NOT_A_SERIAL", words("refused.not-a-serial"));
      }
    }
    return wanted;
  }

  Wanted file(Caller who, Batch batch, CodeList file) {
    Wanted wanted = Wanted.scanned(sequence -> codes.at(batch, sequence).serial(), Refused::inRow);
    for (CodeList.Row row : file.rows()) {
      if (row.scans().size() == 1) {
        add(who, batch, wanted, row.number(), row.scans().iterator().next());
      } else if (row.scans().isEmpty()) {
        wanted.refuse(row.number(), null, "NOT_A_SERIAL", words("refused.not-a-serial"));
      } else {
        wanted.refuse(row.number(), null, "SEVERAL_CODES", words("refused.several-codes"));
      }
    }
    return wanted;
  }

  private void add(Caller who, Batch batch, Wanted wanted, int place, Scan scan) {
    String text = scan.serial().text();
    Optional<Code> code = find(scan);
    if (code.isEmpty()) {
      wanted.refuse(place, text, "NEVER_ISSUED", words("refused.never-issued"));
    } else if (!code.get().batch().id().equals(batch.id())) {
      wanted.refuse(place, text, "WRONG_BATCH", otherBatch(who, code.get().batch()));
    } else {
      wanted.add(place, code.get().sequence());
    }
  }

  /// Names the other batch only to those who may know it.
  private Words otherBatch(Caller who, Batch other) {
    return access.reaches(who, other.party())
        ? words("refused.wrong-batch-of", other.id())
        : words("refused.wrong-batch");
  }

  private static Words words(String key, Object... arguments) {
    return LifeTexts.TEXTS.words(key, arguments);
  }
}
