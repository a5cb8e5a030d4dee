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

  /// The rest as it stands on a line of its own: without the bracket that the joint opened.
  public Wording below() {
    return new Wording(unbracketed(joint.zh(), rest.zh()), unbracketed(joint.en(), rest.en()));
  }

  /// The bracket that closes what the joint opened; hidden on the page as the joint is.
  public Wording closing() {
    return new Wording(closing(joint.zh(), rest.zh()), closing(joint.en(), rest.en()));
  }

  private static String unbracketed(String joint, String rest) {
    return rest.substring(0, rest.length() - closing(joint, rest).length());
  }

  private static String closing(String joint, String rest) {
    boolean opened = joint.endsWith("(") || joint.endsWith("（");
    boolean closed = rest.endsWith(")") || rest.endsWith("）");
    return opened && closed ? rest.substring(rest.length() - 1) : "";
  }
}
