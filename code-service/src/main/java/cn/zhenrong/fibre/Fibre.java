package cn.zhenrong.fibre;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A fibre by its standard name (GB/T 11951-2018, GB/T 4146.1-2020; English by ISO 2076). Comes
/// from [Fibres] only.
///
/// @param name standard Chinese name, such as 山羊绒
/// @param english as in the EU (Regulation (EU) 1007/2011 Annex I), such as `cashmere`, `polyamide`
/// @param american generic name in the US (16 CFR 303.7), such as `nylon`
/// @param code two or three letter code, such as `WS`; some fibres have none
/// @param allowance agreed allowance in percent of the dry mass (Regulation (EU) 1007/2011 Annex
///   IX), the carded or staple value where there are two; 其他纤维 has none
public record Fibre(
    String name,
    String english,
    String american,
    @Nullable String code,
    FibreKind kind,
    @Nullable BigDecimal allowance) {}
