/// problem+json advice, security filters and the request id. Nobody imports web.
@ApplicationModule(allowedDependencies = {"redis", "party", "problem"})
@NullMarked
package cn.zhenrong.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
