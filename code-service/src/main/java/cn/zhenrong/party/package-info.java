/// Organisations, people, roles, API keys, who is calling, audit trail and idempotency rows.
@ApplicationModule(allowedDependencies = {"problem"})
@NullMarked
package cn.zhenrong.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
