package cn.zhenrong.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of `complaint_case`.
///
/// @param number as [CaseNumber#text]
/// @param scannedText as [CaseSubject#text]
/// @param outcome null until it is closed
/// @param forgottenAt when words, shop, photo, text and contact were taken out; null while they are
///   there
record CaseRow(
    long id,
    String number,
    CaseKind kind,
    String scanned,
    @Nullable Long codeBatchId,
    @Nullable Long codeSequence,
    String shown,
    @Nullable String scannedText,
    @Nullable String words,
    @Nullable String shop,
    @Nullable String photoDigest,
    CaseStatus status,
    @Nullable CaseOutcome outcome,
    Instant receivedAt,
    @Nullable Instant forgottenAt) {}
