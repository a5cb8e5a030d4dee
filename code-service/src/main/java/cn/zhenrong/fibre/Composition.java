package cn.zhenrong.fibre;

/// Placeholder until the fibre package lands.
public record Composition() {}
