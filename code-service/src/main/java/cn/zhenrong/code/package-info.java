/// Serial, check symbol, identifier path, printed text and GTIN; declares the cipher it needs. Pure
/// Java.
@ApplicationModule(allowedDependencies = {"fibre", "problem"})
@NullMarked
package cn.zhenrong.code;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
