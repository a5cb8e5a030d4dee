/// The people's side: what shoppers report, and the alerts that somebody has to look at.
@ApplicationModule(
    allowedDependencies = {
      "redis",
      "party",
      "file",
      "issue",
      "lifecycle",
      "scan",
      "code",
      "problem"
    })
@NullMarked
package cn.zhenrong.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
