/// Styles, variants and composition labels, which never change once used.
@ApplicationModule(
    allowedDependencies = {"party", "file", "fibre", "conformity", "code", "problem"})
@NullMarked
package cn.zhenrong.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
