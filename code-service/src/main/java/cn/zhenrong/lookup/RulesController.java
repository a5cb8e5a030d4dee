package cn.zhenrong.lookup;

import cn.zhenrong.conformity.Conformity;
import cn.zhenrong.conformity.RuleBook;
import cn.zhenrong.conformity.RuleSet;
import cn.zhenrong.page.Frame;
import cn.zhenrong.page.Pages;
import cn.zhenrong.page.RuleSetPage;
import cn.zhenrong.page.RulesPage;
import cn.zhenrong.page.RulesPage.Confidence;
import cn.zhenrong.page.RulesPage.MethodView;
import cn.zhenrong.page.RulesPage.RuleSetView;
import cn.zhenrong.page.Wording;
import cn.zhenrong.problem.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The rules as pages anybody can read.
@Controller
class RulesController {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Conformity conformity;
  private final Visitor visitor;
  private final Clock clock;

  RulesController(Conformity conformity, Visitor visitor, Clock clock) {
    this.conformity = conformity;
    this.visitor = visitor;
    this.clock = clock;
  }

  @GetMapping("/rules")
  ResponseEntity<byte[]> rules(HttpServletRequest request) {
    Frame frame = visitor.frame(request, "/rules");
    RulesPage page =
        new RulesPage(
            frame,
            conformity.books().stream().map(book -> set(book.set(), frame)).toList(),
            conformity.methods().stream()
                .map(m -> new MethodView(m.number(), wording(m.supports()), known(m.confidence())))
                .toList());
    return PageController.Html.page(HttpStatus.OK, Pages.rules(page));
  }

  @GetMapping("/rules/{id}")
  ResponseEntity<byte[]> ruleSet(@PathVariable String id, HttpServletRequest request) {
    return conformity.books().stream()
        .filter(book -> book.set().id().equals(id))
        .findFirst()
        .map(book -> {
          Frame frame = visitor.frame(request, "/rules/" + id);
          return PageController.Html.page(HttpStatus.OK, Pages.ruleSet(page(book, frame)));
        })
        .orElseGet(() ->
            PageController.Html.page(
                HttpStatus.NOT_FOUND, Pages.error(visitor.frame(request, "/rules"), 404, null)));
  }

  private RuleSetPage page(RuleBook book, Frame frame) {
    return new RuleSetPage(
        frame,
        set(book.set(), frame),
        book.rules().stream().map(RulesController::rule).toList(),
        "/rules?lang=" + frame.language().parameter());
  }

  private RuleSetView set(RuleSet set, Frame frame) {
    LocalDate until = set.inForceUntil();
    return new RuleSetView(
        set.name(),
        wording(set.title()),
        set.market(),
        set.standard(),
        set.edition(),
        set.inForceFrom().toString(),
        until == null ? null : until.toString(),
        set.isInForce(LocalDate.ofInstant(clock.instant(), CHINA)),
        known(set.confidence()),
        wording(set.source()),
        "/rules/" + set.id() + "?lang=" + frame.language().parameter());
  }

  private static RuleSetPage.RuleView rule(RuleBook.Entry rule) {
    return new RuleSetPage.RuleView(
        rule.id(),
        rule.clause(),
        wording(rule.words()),
        rule.numbers().stream()
            .map(
                n -> new RuleSetPage.NumberView(wording(n.name()), n.text(), known(n.confidence())))
            .toList(),
        known(rule.confidence()),
        wording(rule.source()));
  }

  private static Confidence known(cn.zhenrong.conformity.Confidence confidence) {
    return Confidence.valueOf(confidence.name());
  }

  private static Wording wording(Words words) {
    return new Wording(words.zh(), words.en());
  }
}
