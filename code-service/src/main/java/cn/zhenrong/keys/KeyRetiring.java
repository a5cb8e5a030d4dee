package cn.zhenrong.keys;

/// A key is about to sign no more. Published inside the transaction that retires it: a listener
/// that still needs the key stops it by throwing a problem.
public record KeyRetiring(int slot) {}
