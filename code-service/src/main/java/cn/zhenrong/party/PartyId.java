package cn.zhenrong.party;

/// Identifies an organisation.
public record PartyId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
