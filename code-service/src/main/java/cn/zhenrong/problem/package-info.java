/// The closed list of things that can go wrong, in words for the outside. No Spring, no HTTP.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.zhenrong.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
