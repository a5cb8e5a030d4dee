package cn.zhenrong.page;

/// The words of a verdict bar in three pieces, so that the page can set the first one large.
///
/// @param lead the words read in one second
/// @param joint the sign between lead and rest when both stand in one line; may be empty
/// @param rest what qualifies the lead; may be empty
public record Headline(Wording lead, Wording joint, Wording rest) {

  /// The whole title in one line.
  public Wording title() {
    return lead.then(joint).then(rest);
  }
}
