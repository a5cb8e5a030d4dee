package cn.zhenrong.issue;

/// The digest of what was applied for.
record DigestRow(byte[] contentDigest) {}
