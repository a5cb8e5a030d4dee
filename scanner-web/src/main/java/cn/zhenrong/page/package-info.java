/// What people see. View records and their templates; knows no domain class.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package cn.zhenrong.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
