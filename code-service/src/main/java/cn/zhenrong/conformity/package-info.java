/// Rule sets by standard and edition: label and report in, verdict with reasons out. Pure Java.
@ApplicationModule(allowedDependencies = {"fibre", "problem"})
@NullMarked
package cn.zhenrong.conformity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
