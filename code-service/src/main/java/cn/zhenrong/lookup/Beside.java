package cn.zhenrong.lookup;

import cn.zhenrong.product.StyleLink;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// What is known of laboratory and style beside the records of the batch. It decides nothing, so no
/// page fails for it.
@Component
class Beside {
  private final KnownLabs labs;
  private final KnownLinks links;

  Beside(KnownLabs labs, KnownLinks links) {
    this.labs = labs;
    this.links = links;
  }

  /// @param lab null if it cannot be told now
  /// @param links the maker's own about the style
  record Known(KnownLabs.@Nullable Lab lab, List<StyleLink> links) {}

  Known of(Answer answer) {
    return new Known(labs.of(answer.facts().report()), links(answer));
  }

  private List<StyleLink> links(Answer answer) {
    try {
      return links.of(answer.code().batch().style());
    } catch (DataAccessException | TransactionException e) {
      return List.of();
    }
  }
}
