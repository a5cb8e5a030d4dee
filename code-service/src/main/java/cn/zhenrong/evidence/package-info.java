/// Test reports: what they measured, what they cover and how much of that is used. Serves the
/// stateless conformity check.
@ApplicationModule(
    allowedDependencies = {"party", "file", "product", "fibre", "conformity", "problem"})
@NullMarked
package cn.zhenrong.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
