/// Measures what the design promises, each number beside its baseline in the same run, and writes
/// the results down.
@NullMarked
package cn.zhenrong.benchmarks;

import org.jspecify.annotations.NullMarked;
