package cn.zhenrong.issue;

/// Both copies of a manifest as compact JWS in ASCII.
record ManifestRow(byte[] sealed, byte[] publicCopy) {}
