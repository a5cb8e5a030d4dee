/// Signing key slots, their validity and status, and the well-known key files.
@ApplicationModule(allowedDependencies = {"seal", "party", "problem"})
@NullMarked
package cn.zhenrong.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
