/// What has become of each code: activate, void, replace, as spans of sequence numbers; boxes; how
/// a batch ends; holds as rows with a scope.
@ApplicationModule(allowedDependencies = {"redis", "party", "issue", "code", "problem"})
@NullMarked
package cn.zhenrong.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
