package cn.zhenrong.issue;

import org.jspecify.annotations.Nullable;

/// Both copies of a manifest as compact JWS in ASCII, and SM2 over the payload of each where the
/// installation had an SM2 key.
///
/// @param sm2Slot the SM2 key's slot; null if there was none
/// @param sm2Sealed r ‖ s over the payload of the sealed copy
/// @param sm2Public r ‖ s over the payload of the public copy
record ManifestRow(
    byte[] sealed,
    byte[] publicCopy,
    @Nullable Integer sm2Slot,
    byte @Nullable [] sm2Sealed,
    byte @Nullable [] sm2Public) {}
