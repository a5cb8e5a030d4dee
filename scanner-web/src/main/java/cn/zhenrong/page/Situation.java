package cn.zhenrong.page;

/// What can be said of the code that was scanned. The names are the verdict codes of the public
/// JSON; the strictest situation that applies is the one shown.
public enum Situation {
  /// Active, never verified before.
  VALID_FIRST(Tone.VALID),
  /// Active, verified before from the same device only.
  VALID_AGAIN(Tone.VALID),
  /// Active, verified by others, near in place and time.
  VALID_OTHERS(Tone.NEUTRAL),
  /// Active, but a clone rule hit.
  CLONE_SUSPECTED(Tone.CAUTION),
  /// Issued or released, not activated.
  NOT_ACTIVATED(Tone.CAUTION),
  /// A code for a live stream or a listing.
  DISPLAY(Tone.INFO),
  /// Returned, inspected again and active.
  VALID_RETURNED(Tone.VALID),
  /// Suspended: its batch, report, box or maker is on hold.
  ON_HOLD(Tone.CAUTION),
  /// The report was withdrawn or has expired.
  REPORT_LAPSED(Tone.CAUTION),
  /// The signing key is compromised.
  KEY_COMPROMISED(Tone.CAUTION),
  /// The signed statement does not match the records.
  SIGNATURE_MISMATCH(Tone.CAUTION),
  /// Recalled.
  RECALLED(Tone.STOP),
  /// Void or spoiled.
  VOID(Tone.STOP),
  /// Replaced by another label.
  REPLACED(Tone.STOP),
  /// Never issued, a bad check symbol, or the wrong GTIN.
  NEVER_ISSUED(Tone.STOP),
  /// The stores are out of reach; only the signature could be checked.
  SIGNATURE_ONLY(Tone.NEUTRAL);

  private final Tone tone;

  Situation(Tone tone) {
    this.tone = tone;
  }

  /// The colour, icon and word of this situation.
  public Tone tone() {
    return tone;
  }
}
