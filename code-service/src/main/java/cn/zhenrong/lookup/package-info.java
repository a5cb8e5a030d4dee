/// The public answer: resolver, page and JSON. Read only.
@ApplicationModule(
    allowedDependencies = {
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
      "problem",
      "page"
    })
@NullMarked
package cn.zhenrong.lookup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
