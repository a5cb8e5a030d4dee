/// Verification events, sessions and the first scan of a code.
@ApplicationModule(
    allowedDependencies = {"redis", "party", "issue", "lifecycle", "code", "problem"})
@NullMarked
package cn.zhenrong.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
