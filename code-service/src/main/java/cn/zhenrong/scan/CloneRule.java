package cn.zhenrong.scan;

/// What about the verifications of a code, or of a batch, is out of the ordinary. A rule tells
/// facts to people; none of them voids, holds or calls anything counterfeit. Thresholds and words
/// are data, see [CloneRuleBook].
public enum CloneRule {
  /// Verified while its label should still lie in the house.
  VERIFIED_BEFORE_ACTIVATION(0),
  /// Verified after its label was done with.
  VERIFIED_AFTER_VOID(1),
  /// Verified in places nobody and no parcel could reach one after the other.
  IMPOSSIBLE_TRAVEL(2),
  /// Verified by more devices than come past one garment.
  TOO_MANY_DEVICES(3),
  /// Said to be just opened again and again.
  TWO_OPENINGS(4),
  /// One device read more codes of a batch than anybody has garments of it in hand.
  ONE_DEVICE_MANY_CODES(5),
  /// Codes are being guessed.
  PROBING(6);

  private final int position;

  CloneRule(int position) {
    this.position = position;
  }

  /// Its place in the small number that is kept beside a code's verifications; never another's.
  public int bit() {
    return 1 << position;
  }
}
