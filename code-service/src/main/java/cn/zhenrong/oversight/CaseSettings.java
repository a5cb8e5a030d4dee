package cn.zhenrong.oversight;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How cases are kept.
///
/// @param keepDays how many days after a case was closed what leads to a person stays in it
@ConfigurationProperties("zhenrong.cases")
record CaseSettings(@DefaultValue("180") int keepDays) {

  CaseSettings {
    if (keepDays < 1) {
      throw new IllegalArgumentException("zhenrong.cases.keep-days is at least 1");
    }
  }
}
