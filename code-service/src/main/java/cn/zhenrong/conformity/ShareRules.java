package cn.zhenrong.conformity;

/// Judges the shares of one part, declared beside measured, once it is clear that they can be
/// compared at all.
interface ShareRules {

  void judge(PartCase one, Notes notes, Findings findings);

  /// Notes what fails whatever the animal hair is, for a report that knows hair only as one sum.
  default void judgeWithoutHair(PartCase one, Notes notes, Findings findings) {}
}
