package cn.zhenrong.scan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One verification, as it waits to be applied.
///
/// @param nonce of the page it came from
/// @param index of the code in the installation
/// @param province where it came from, if known
/// @param at when it came, in whole milliseconds
/// @param opened whether it says that the package was just opened
/// @param stood where the code stood then, as far as the instance knew that took it in
record ScanEvent(
    NonceId nonce,
    long index,
    Device device,
    @Nullable Province province,
    Instant at,
    boolean opened,
    @Nullable Stood stood) {}
