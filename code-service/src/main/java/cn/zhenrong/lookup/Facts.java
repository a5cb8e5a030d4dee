package cn.zhenrong.lookup;

import cn.zhenrong.evidence.Decision;
import cn.zhenrong.evidence.Report;
import cn.zhenrong.party.Party;
import cn.zhenrong.product.Label;
import cn.zhenrong.product.Style;

/// What all codes of one batch have in common.
record Facts(Style style, Label label, Report report, Party maker, Decision decision) {}
