package cn.zhenrong.lookup;

import cn.zhenrong.code.PublicBase;
import cn.zhenrong.lookup.Identified.Item;
import cn.zhenrong.lookup.Identified.Product;
import cn.zhenrong.lookup.PageController.Html;
import cn.zhenrong.page.LinkPage;
import cn.zhenrong.problem.Problem;
import cn.zhenrong.problem.ProblemKind;
import cn.zhenrong.problem.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Answers a request for something identified, by what `linkType`, `Accept` and `Accept-Language`
/// ask for (GS1-Conformant Resolver 1.2.1, 2.6 to 2.12). People get redirects and pages, machines
/// JSON and problem+json.
@Component
class Resolution {
  private static final Texts TEXTS = Texts.beside(Resolution.class);

  private final Levels levels;
  private final Documents documents;
  private final Visitor visitor;
  private final PublicBase base;

  Resolution(Levels levels, Documents documents, Visitor visitor, PublicBase base) {
    this.levels = levels;
    this.documents = documents;
    this.visitor = visitor;
    this.base = base;
  }

  /// @param found null if there is no such thing
  ResponseEntity<?> answer(@Nullable Identified found, HttpServletRequest request) {
    if (found == null) {
      return neverIssued(request);
    }
    Form form = form(request);
    LinkType type = LinkType.asked(request.getQueryString());
    if (type == null && form == Form.PAGE) {
      return toPage(found, request);
    }
    try {
      return answer(found, form, type, request);
    } catch (DataAccessException | TransactionException e) {
      if (form == Form.PAGE) {
        throw e;
      }
      throw Problem.of(ProblemKind.STORE_UNAVAILABLE);
    }
  }

  /// What was badly written.
  ResponseEntity<?> refuse(Problem problem, HttpServletRequest request) {
    if (form(request) != Form.PAGE) {
      throw problem;
    }
    return Html.notOurs(visitor.frame(request), Visitor.asked(request));
  }

  private ResponseEntity<?> answer(
      Identified found, Form form, @Nullable LinkType type, HttpServletRequest request) {
    if (type != null && type.linkset() && isPerson(request)) {
      List<Level> all = levels(found);
      return documents.links(found, LinkPage.Asked.ALL, all, all, type.name(), request);
    }
    if (form == Form.LINKSET || (type != null && type.linkset())) {
      return documents.linkset(found, levels(found), form);
    }
    if (type == null) {
      return form == Form.JSON_LD
          ? documents.jsonLd(found, levels(found), request)
          : documents.linkset(found, levels(found), form);
    }
    if (type.name().equals(LinkType.DEFAULT)) {
      return toPage(found, request);
    }
    return byType(found, type, form, request);
  }

  private ResponseEntity<?> byType(
      Identified found, LinkType type, Form form, HttpServletRequest request) {
    List<Level> all = levels(found);
    Optional<LinkChoice> choice =
        LinkChoice.of(
            all,
            type,
            request.getHeader(HttpHeaders.ACCEPT),
            request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    if (choice.isEmpty()) {
      return missing(found, all, type, form, request);
    }
    if (choice.get().links().size() > 1 && isPerson(request)) {
      return documents.links(
          found, LinkPage.Asked.CHOICE, all, choice.get().asLevels(), type.name(), request);
    }
    if (choice.get().links().size() > 1) {
      return documents.choices(found, choice.get());
    }
    String target = choice.get().links().getFirst().href();
    String local =
        target.startsWith(base.origin() + "/") ? target.substring(base.origin().length()) : target;
    return documents.redirect(found, PlainRequest.forwarded(local, request.getQueryString()));
  }

  private ResponseEntity<?> toPage(Identified found, HttpServletRequest request) {
    return documents.redirect(
        found,
        PlainRequest.location(
            found.page(),
            request.getQueryString(),
            request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
  }

  private ResponseEntity<?> missing(
      Identified found, List<Level> all, LinkType type, Form form, HttpServletRequest request) {
    if (form != Form.PAGE) {
      throw Problem.of(ProblemKind.NOT_FOUND, TEXTS.words("link.missing"))
          .with("linkset", Linkset.contexts(all));
    }
    return documents.links(found, LinkPage.Asked.MISSING, all, all, type.name(), request);
  }

  private ResponseEntity<?> neverIssued(HttpServletRequest request) {
    if (form(request) != Form.PAGE) {
      throw Documents.neverIssued();
    }
    return Html.neverIssued(
        visitor.frame(request), serial(request.getRequestURI()), Visitor.asked(request));
  }

  /// What stands where a serial should; goes with a report.
  private static String serial(String path) {
    int under = path.startsWith("/01/") ? path.indexOf("/21/") : 0;
    return under < 0 ? "" : path.substring(path.lastIndexOf('/') + 1);
  }

  private List<Level> levels(Identified found) {
    return switch (found) {
      case Item item -> levels.of(item.code());
      case Product product -> List.of(levels.of(product.gtin(), product.style()));
    };
  }

  private static boolean isPerson(HttpServletRequest request) {
    return Form.isPerson(request.getHeader(HttpHeaders.ACCEPT));
  }

  private static Form form(HttpServletRequest request) {
    return Form.of(request.getHeader(HttpHeaders.ACCEPT));
  }
}
