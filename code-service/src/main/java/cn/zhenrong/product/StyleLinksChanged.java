package cn.zhenrong.product;

/// A maker added, changed or removed a link of a style. Published in the transaction that did it.
public record StyleLinksChanged(StyleId style) {}
