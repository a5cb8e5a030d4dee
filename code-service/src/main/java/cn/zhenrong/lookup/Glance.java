package cn.zhenrong.lookup;

import cn.zhenrong.issue.Code;
import cn.zhenrong.page.Situation;
import cn.zhenrong.page.VerdictBar;
import cn.zhenrong.page.VerdictFacts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The verdict that stands above a form, as far as it can be told now: a form opens whatever is
/// away.
@Component
class Glance {
  private final Answers answers;
  private final Visitor visitor;

  Glance(Answers answers, Visitor visitor) {
    this.answers = answers;
    this.visitor = visitor;
  }

  /// Null while a store is away that has to be asked.
  @Nullable VerdictBar at(Scanned scanned, HttpServletRequest request) {
    try {
      return of(scanned, request);
    } catch (DataAccessException | TransactionException e) {
      return null;
    }
  }

  /// What the page said that led to the form: the signature in its address counts, and a text that
  /// was kept is one of a red page.
  ///
  /// @throws DataAccessException if a store is away that has to be asked
  VerdictBar of(Scanned scanned, HttpServletRequest request) {
    Code code = code(scanned);
    return code == null || Visitor.text(request) != null
        ? VerdictBar.of(
            Situation.NEVER_ISSUED,
            VerdictFacts.NONE.scannedAt(visitor.host(Visitor.text(request))))
        : answers.answer(code, Visitor.signature(request), visitor.sender(request)).verdict();
  }

  /// The code that was scanned; null if it was never issued.
  @Nullable Code code(Scanned scanned) {
    return scanned.serial() == null ? null : answers.find(scanned.serial()).orElse(null);
  }
}
