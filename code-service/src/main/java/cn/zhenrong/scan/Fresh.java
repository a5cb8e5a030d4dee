package cn.zhenrong.scan;

/// An event that was never applied before.
///
/// @param visit whether it is the first of its nonce; what follows on the same nonce ("I just
///   opened the package") is no second visit
record Fresh(ScanEvent event, boolean visit) {}
