package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Measured;

/// What a laboratory found and how.
///
/// @param method as printed on the report, such as `GB/T 16988-2013`; may name several
public record TestResult(String method, Basis basis, Measured measured) {}
