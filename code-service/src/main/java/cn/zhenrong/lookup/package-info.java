/// The public answer: resolver, page and JSON. Read only.
@ApplicationModule(
    allowedDependencies = {
      "redis",
      "party",
      "product",
      "evidence",
      "fibre",
      "conformity",
      "code",
      "keys",
      "seal",
      "issue",
      "lifecycle",
      "scan",
      "oversight",
      "problem",
      "page"
    })
@NullMarked
package cn.zhenrong.lookup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
