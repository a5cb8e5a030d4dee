/// Uploaded bytes by SHA-256, stored so that every instance sees them.
@ApplicationModule(allowedDependencies = {"party", "problem"})
@NullMarked
package cn.zhenrong.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
