/// The embedded default: a real MariaDB and a real Redis as child processes, so that one command is
/// enough to try the service and tests run on real servers. Knows nothing of the domain.
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package cn.zhenrong.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
