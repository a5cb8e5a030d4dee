package cn.zhenrong.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `case_answer`.
///
/// @param number from 1
/// @param note for the association only
record CaseAnswerRow(
    long caseId,
    int number,
    CaseStatus status,
    String wordsZh,
    @Nullable String wordsEn,
    @Nullable String note,
    long personId,
    Instant answeredAt) {}
