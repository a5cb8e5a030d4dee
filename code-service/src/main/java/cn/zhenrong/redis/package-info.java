/// What an instance keeps in memory and shares with the others through Redis. Nothing in it is the
/// truth: the service works without, only later.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.zhenrong.redis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
