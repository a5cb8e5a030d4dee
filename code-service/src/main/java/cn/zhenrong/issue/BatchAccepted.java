package cn.zhenrong.issue;

/// A batch has its range and its key: sealing may begin once the transaction stands.
record BatchAccepted(BatchId batch) {}
