package cn.zhenrong.product;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.party.Audit;
import cn.zhenrong.party.Caller;
import cn.zhenrong.party.Ids;
import cn.zhenrong.party.Role;
import cn.zhenrong.party.Rows;
import cn.zhenrong.problem.Fields;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The pages a maker adds to what the resolver says of its styles.
@Service
public class StyleLinks {
  static final int MOST = 20;
  private static final Texts TEXTS = Texts.beside(StyleLinks.class);

  private final StyleLinkMapper mapper;
  private final Styles styles;
  private final PublicBase base;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;

  StyleLinks(
      StyleLinkMapper mapper,
      Styles styles,
      PublicBase base,
      Audit audit,
      ApplicationEventPublisher events,
      Ids ids,
      Clock clock) {
    this.events = events;
    this.mapper = mapper;
    this.styles = styles;
    this.base = base;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Adds a link to a style of the caller's party.
  ///
  /// @throws Problem not-allowed unless the caller is a maker; not-found; invalid-input;
  ///   state-conflict if the style has as many as it may have
  @Transactional
  public StyleLink add(Caller caller, StyleId style, NewStyleLink input) {
    NewStyleLink.Checked checked = checked(caller, style, input);
    mapper.lockStyle(style.value());
    if (mapper.links(style.value(), MOST).size() == MOST) {
      throw Problem.of(ProblemKind.STATE_CONFLICT, TEXTS.words("link.count", MOST));
    }
    StyleLink link = link(caller, ids.next(), style, checked);
    Rows.one(mapper.insert(link));
    audit.note(caller, "style.link.add", "style/" + style, link.url());
    events.publishEvent(new StyleLinksChanged(style));
    return link;
  }

  /// Exchanges everything a link says.
  ///
  /// @throws Problem not-allowed unless the caller is a maker; not-found; invalid-input
  @Transactional
  public StyleLink change(Caller caller, StyleId style, long id, NewStyleLink input) {
    NewStyleLink.Checked checked = checked(caller, style, input);
    mapper.lockStyle(style.value());
    requireLink(style, id);
    Rows.one(mapper.update(link(caller, id, style, checked)));
    audit.note(caller, "style.link.change", "style/" + style, checked.url());
    events.publishEvent(new StyleLinksChanged(style));
    return requireLink(style, id);
  }

  /// Takes a link away.
  ///
  /// @throws Problem not-allowed unless the caller is a maker; not-found
  @Transactional
  public void remove(Caller caller, StyleId style, long id) {
    caller.require(Role.MAKER);
    styles.get(caller, style);
    mapper.lockStyle(style.value());
    StyleLink gone = requireLink(style, id);
    Rows.one(mapper.delete(style.value(), id));
    audit.note(caller, "style.link.remove", "style/" + style, gone.url());
    events.publishEvent(new StyleLinksChanged(style));
  }

  /// The links of a style the caller may see, in the order they were added.
  ///
  /// @throws Problem not-found if there is no such style or it is another party's
  @Transactional(readOnly = true)
  public List<StyleLink> list(Caller caller, StyleId style) {
    styles.get(caller, style);
    return of(style);
  }

  /// The links of a style whoever it belongs to, for the public answer.
  @Transactional(readOnly = true)
  public List<StyleLink> of(StyleId style) {
    return mapper.links(style.value(), MOST);
  }

  private NewStyleLink.Checked checked(Caller caller, StyleId style, NewStyleLink input) {
    caller.require(Role.MAKER);
    styles.get(caller, style);
    Fields fields = new Fields();
    NewStyleLink.Checked checked = input.read(fields, base);
    fields.check();
    return checked;
  }

  private StyleLink requireLink(StyleId style, long id) {
    StyleLink link = mapper.link(style.value(), id);
    if (link == null) {
      throw Problem.of(ProblemKind.NOT_FOUND);
    }
    return link;
  }

  private StyleLink link(Caller caller, long id, StyleId style, NewStyleLink.Checked checked) {
    return new StyleLink(
        id,
        style.value(),
        checked.type(),
        checked.title(),
        checked.language(),
        checked.url(),
        checked.mediaType(),
        caller.person(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }
}
