package cn.zhenrong.lifecycle;

/// A hold was placed or released. Published in the transaction that did it.
public record HoldsChanged(long hold) {}
