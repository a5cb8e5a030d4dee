/// Invented organisations, garments and reports that tell what the service is for, loaded through
/// the same services a real maker uses. Exists in demo mode only.
@ApplicationModule(
    allowedDependencies = {
      "party",
      "product",
      "evidence",
      "fibre",
      "issue",
      "lifecycle",
      "code",
      "problem"
    })
@NullMarked
package cn.zhenrong.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
