/// Zhenrong: traceability codes for knitwear. Only [cn.zhenrong.Application] lives here.
@NullMarked
package cn.zhenrong;

import org.jspecify.annotations.NullMarked;
