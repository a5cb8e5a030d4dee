/// problem+json advice, security filters, limits for strangers and the request id. Nobody imports
/// web.
@ApplicationModule(allowedDependencies = {"redis", "party", "code", "scan", "problem", "page"})
@NullMarked
package cn.zhenrong.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
