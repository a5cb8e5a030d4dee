package cn.zhenrong.oversight;

import org.jspecify.annotations.Nullable;

/// One row of `case_contact`: what leads from a case to a person.
record ContactRow(long caseId, @Nullable String phone, @Nullable String orderNo) {
  boolean isEmpty() {
    return phone == null && orderNo == null;
  }
}
