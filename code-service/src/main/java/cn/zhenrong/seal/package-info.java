/// Keys in memory, signing, verifying and serial encipherment. The only package that sees Bouncy
/// Castle. Pure Java.
@ApplicationModule(allowedDependencies = {"code", "problem"})
@NullMarked
package cn.zhenrong.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
