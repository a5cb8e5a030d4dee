package cn.zhenrong.issue;

/// One row of `batch_block`.
record BlockRow(int blockNo, byte[] hash) {}
