package cn.zhenrong.lifecycle;

/// How many codes of a batch stand in one state.
record StateCount(CodeState state, long codes) {}
