package cn.zhenrong.issue;

import java.util.List;

/// That a code stands under its batch's manifest (RFC 9162 §2.1.3).
///
/// @param leaf the leaf's data in ASCII: `ZR1` and the code's path
/// @param leafIndex from 0
/// @param treeSize leaves of the tree, padding included: a power of two
/// @param path sibling hashes in hex, the leaf's own sibling first
/// @param codesRoot the root in hex, as the manifest has it
/// @param manifest where the public copy of the manifest is
public record Proof(
    String serial,
    String batch,
    String leaf,
    long leafIndex,
    long treeSize,
    List<String> path,
    String codesRoot,
    String manifest) {}
