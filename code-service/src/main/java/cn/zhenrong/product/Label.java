package cn.zhenrong.product;

import cn.zhenrong.fibre.Composition;
import cn.zhenrong.party.PartyId;
import cn.zhenrong.party.PersonId;
import java.time.Instant;

/// A composition label: what the maker declares, sews in and answers for. Never changes once a
/// batch uses it; another composition is another label.
///
/// @param used whether a batch uses it
public record Label(
    LabelId id,
    StyleId style,
    PartyId party,
    Composition composition,
    PersonId enteredBy,
    boolean used,
    Instant createdAt) {}
