package cn.zhenrong.issue;

import cn.zhenrong.code.ProductKey;

/// One line of an application: so many pieces of one variant.
///
/// @param number from 1, in request order
/// @param firstSequence sequence number of its first code in the batch, from 1
public record Line(
    int number, String colour, String size, ProductKey key, long quantity, long firstSequence) {}
