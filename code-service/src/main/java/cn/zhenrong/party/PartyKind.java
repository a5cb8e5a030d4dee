package cn.zhenrong.party;

/// What an organisation is to the city plan.
public enum PartyKind {
  ASSOCIATION,
  MAKER,
  WAREHOUSE
}
