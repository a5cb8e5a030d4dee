package cn.zhenrong.conformity;

import java.util.List;

/// How one part came out.
///
/// @param part name as on the label, or as in the report where the label has no such part
public record PartVerdict(String part, Outcome outcome, List<Finding> findings) {
  public PartVerdict {
    findings = List.copyOf(findings);
  }
}
