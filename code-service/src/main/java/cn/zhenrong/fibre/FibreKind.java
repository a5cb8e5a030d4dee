package cn.zhenrong.fibre;

/// What a fibre is, as far as rules and test methods tell fibres apart.
public enum FibreKind {
  CASHMERE,
  SHEEP_WOOL,
  /// 疑似羊毛: a laboratory's word for wool-like fibre beside cashmere; never the name on a label.
  WOOL_LIKE,
  /// Mohair, alpaca, rabbit, yak, camel and their like.
  SPECIALITY_HAIR,
  SILK,
  PLANT,
  REGENERATED,
  SYNTHETIC,
  ELASTIC,
  METAL,
  /// 其他纤维.
  OTHER;

  /// Whether chemistry cannot tell it from other animal hair (GB/T 2910): only microscopy can.
  public boolean isAnimalHair() {
    return this == CASHMERE || this == SHEEP_WOOL || this == WOOL_LIKE || this == SPECIALITY_HAIR;
  }
}
