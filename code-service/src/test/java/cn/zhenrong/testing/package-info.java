/// What tests of several packages share: real stores, a clock that stands still, parties and codes
/// to work with.
@NullMarked
package cn.zhenrong.testing;

import org.jspecify.annotations.NullMarked;
