package cn.zhenrong.conformity;

import cn.zhenrong.problem.Words;

/// A test method for people to read.
///
/// @param number whatever the edition, such as `GB/T 16988`
/// @param supports what a report by it can support
/// @param source what is known of it
public record MethodEntry(String number, Words supports, Confidence confidence, Words source) {}
