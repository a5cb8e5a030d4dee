package cn.zhenrong.conformity;

import cn.zhenrong.fibre.Fibre;
import cn.zhenrong.fibre.FibreKind;
import cn.zhenrong.fibre.Share;

/// The Chinese way: the larger a declared share, the more points it may be off; undeclared fibre is
/// a trace or a fault, and 100 % cashmere has a rule of its own.
final class BySizeRules implements ShareRules {
  private final DeclaredRules declared;
  private final UndeclaredRules undeclared;
  private final LumpRules lumps;
  private final PureRules pures;
  private final ChemistryRules chemistry;

  BySizeRules(Rules rules) {
    declared = new DeclaredRules(rules);
    undeclared = new UndeclaredRules(rules);
    lumps = new LumpRules(rules, declared);
    pures = new PureRules(rules);
    chemistry = new ChemistryRules(rules, declared, undeclared, lumps);
  }

  @Override
  public void judge(PartCase one, Notes notes, Findings findings) {
    Cover cover = Cover.of(one);
    Share lump = one.declaredOf(FibreKind.OTHER);
    if (lump != null) {
      lumps.judge(one, lump, true, findings);
    } else {
      Undeclared found = Undeclared.of(one, cover, notes.exception(), true);
      undeclared.judge(one, cover, found, notes, findings);
      Fibre pure = one.pure();
      if (pure != null) {
        pures.judge(one, pure, found, findings);
      }
    }
    if (one.pure() == null) {
      declared.judge(one, notes.filling(), true, findings);
    }
  }

  @Override
  public void judgeWithoutHair(PartCase one, Notes notes, Findings findings) {
    chemistry.judge(one, notes, findings);
  }
}
