package cn.zhenrong.issue;

import cn.zhenrong.evidence.ReportId;
import cn.zhenrong.party.PartyId;

/// Codes are about to be issued for a maker under a report. Published inside the transaction,
/// before an index is taken: whoever knows why they must not be, throws.
public record BatchAccepting(PartyId party, ReportId report) {}
