package cn.zhenrong.lookup;

import cn.zhenrong.evidence.Decision;
import cn.zhenrong.evidence.Report;
import cn.zhenrong.party.Party;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.Style;
import org.jspecify.annotations.Nullable;

/// What all codes of one batch have in common.
///
/// @param labUrl where the laboratory confirms its reports; null if it is not known
record Facts(
    Style style,
    Label label,
    Report report,
    Party maker,
    Decision decision,
    @Nullable String labUrl) {}
