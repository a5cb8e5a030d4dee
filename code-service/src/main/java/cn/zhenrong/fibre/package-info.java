/// Standard fibre names and codes, compositions: parse, sum, order. Pure Java.
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package cn.zhenrong.fibre;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
