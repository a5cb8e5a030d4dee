package cn.zhenrong.evidence;

import java.math.BigDecimal;

/// So many kilograms of a fibre; exact, negative in a counter-entry.
record FibreMass(String fibre, BigDecimal kilograms) {}
