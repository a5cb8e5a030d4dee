package cn.zhenrong.issue;

import cn.zhenrong.code.PrintedText;
import cn.zhenrong.code.Profile;
import cn.zhenrong.code.PublicBase;
import cn.zhenrong.code.Serial;
import cn.zhenrong.code.SignatureToken;
import cn.zhenrong.code.Statement;
import cn.zhenrong.keys.Keys;
import cn.zhenrong.problem.ProblemKind;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/// Codes as a pure function of batch and index.
@Service
public class Codes {
  private final Batches batches;
  private final Keys keys;
  private final PublicBase base;

  Codes(Batches batches, Keys keys, PublicBase base) {
    this.batches = batches;
    this.keys = keys;
    this.base = base;
  }

  /// The code with this sequence number (from 1). The batch must have its range.
  ///
  /// @throws cn.zhenrong.problem.Problem state-conflict if it has none
  /// @throws IllegalArgumentException if the batch has no such number
  public Code at(Batch batch, long sequence) {
    if (batch.first() == 0) {
      throw IssueTexts.problem(ProblemKind.STATE_CONFLICT, "batch.not-ranged");
    }
    if (sequence < 1 || sequence > batch.count()) {
      throw new IllegalArgumentException("sequence beyond the batch");
    }
    Serial serial = keys.serials().encipher(batch.epoch(), batch.first() + sequence - 1);
    return new Code(batch, sequence, batch.lineOf(sequence), serial);
  }

  /// The code a serial stands for; empty means never issued. Junk is answered without touching a
  /// store.
  public Optional<Code> find(Serial serial) {
    OptionalLong index = keys.serials().decipher(serial);
    if (index.isEmpty()) {
      return Optional.empty();
    }
    return batches
        .holding(index.getAsLong())
        .filter(batch -> batch.epoch() == serial.epoch())
        .map(batch -> code(batch, index.getAsLong() - batch.first() + 1, serial));
  }

  /// The index a serial stands for, whether or not a batch has it. Asks no store.
  public OptionalLong index(Serial serial) {
    return keys.serials().decipher(serial);
  }

  /// The text its label carries: compact or signed, as the batch's profile says.
  public String printedText(Code code) {
    Batch batch = code.batch();
    PrintedText text = new PrintedText(base, code.line().key());
    if (batch.profile() == Profile.COMPACT) {
      return text.compact(code.serial());
    }
    Statement statement = Objects.requireNonNull(batch.statement());
    byte[] signature = keys.signer(batch.slot()).sign(PrintedText.message(code.path(), statement));
    return text.signed(code.serial(), new SignatureToken(statement, batch.slot(), signature));
  }

  /// The shorter text without a signature, for labels with room for no more, whatever the batch's
  /// profile.
  public String compactText(Code code) {
    return new PrintedText(base, code.line().key()).compact(code.serial());
  }

  private static Code code(Batch batch, long sequence, Serial serial) {
    return new Code(batch, sequence, batch.lineOf(sequence), serial);
  }
}
