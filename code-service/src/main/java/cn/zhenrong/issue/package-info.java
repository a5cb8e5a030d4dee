/// Applications and batches: the gate, a range of indexes reserved, the code stream.
@ApplicationModule(
    allowedDependencies = {
      "redis",
      "party",
      "product",
      "evidence",
      "conformity",
      "fibre",
      "code",
      "keys",
      "seal",
      "problem"
    })
@NullMarked
package cn.zhenrong.issue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
