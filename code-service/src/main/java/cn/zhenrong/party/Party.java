package cn.zhenrong.party;

import org.jspecify.annotations.Nullable;

/// An organisation as others may know it.
///
/// @param creditCode 统一社会信用代码, 18 characters (GB 32100-2015)
/// @param address registered address
/// @param gtinPrefix GS1 company prefix, if it has one
public record Party(
    PartyId id,
    PartyKind kind,
    String name,
    String creditCode,
    String address,
    @Nullable String phone,
    @Nullable String gtinPrefix) {}
