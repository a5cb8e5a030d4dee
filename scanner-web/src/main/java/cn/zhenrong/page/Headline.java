package cn.zhenrong.page;

import java.util.List;

/// The words of a verdict bar in pieces, so that the page can set the first one large and give each
/// of the last a line of its own.
///
/// @param lead the words read in one second
/// @param joint the sign between lead and rest when both stand in one line; may be empty
/// @param rest what qualifies the lead; may be empty
/// @param further what else there is to say, each on a line of its own
public record Headline(Wording lead, Wording joint, Wording rest, List<Wording> further) {
  /// Stands before what is further said when all stands in one line.
  public static final Wording DOT = Wording.same(" · ");

  public Headline {
    further = List.copyOf(further);
  }

  /// The whole title in one line.
  public Wording title() {
    Wording title = lead.then(joint).then(rest);
    for (Wording more : further) {
      title = title.then(DOT).then(more);
    }
    return title;
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
