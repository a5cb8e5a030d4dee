package cn.zhenrong.issue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How batches are sealed and streamed.
///
/// @param lease how long an instance may be silent before another takes over its sealing
/// @param pack labels to a pack, for the column of that name
@ConfigurationProperties("zhenrong.issue")
record IssueSettings(@DefaultValue("60s") Duration lease, @DefaultValue("1000") int pack) {

  IssueSettings {
    if (pack < 1) {
      throw new IllegalArgumentException("zhenrong.issue.pack is at least 1");
    }
    if (lease.compareTo(Duration.ofSeconds(5)) < 0) {
      throw new IllegalArgumentException("zhenrong.issue.lease is at least 5 s");
    }
  }
}
