package cn.zhenrong.lookup;

import cn.zhenrong.product.StyleId;
import cn.zhenrong.product.StyleLink;
import cn.zhenrong.product.StyleLinks;
import cn.zhenrong.product.StyleLinksChanged;
import cn.zhenrong.redis.Far;
import cn.zhenrong.redis.Sharing;
import cn.zhenrong.redis.TwoLevels;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The links makers added to their styles, in memory. A change shows at once.
@Component
class KnownLinks {
  private static final int MOST = 20_000;
  private static final TypeReference<List<StyleLink>> LINKS = new TypeReference<>() {};

  private final TwoLevels<StyleId, List<StyleLink>> links;

  KnownLinks(StyleLinks store, Sharing sharing, JsonMapper json) {
    this.links =
        sharing.cache(
            new TwoLevels.Kind<>(
                "links1",
                MOST,
                new TwoLevels.Text<>(
                    style -> Long.toString(style.value()),
                    text -> new StyleId(Long.parseLong(text))),
                new Far.Bytes<>(json::writeValueAsBytes, bytes -> json.readValue(bytes, LINKS)),
                store::of));
  }

  /// @throws org.springframework.dao.DataAccessException if the store is away and nothing is known
  List<StyleLink> of(StyleId style) {
    return links.get(style).value();
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(StyleLinksChanged event) {
    links.drop(List.of(event.style()));
  }
}
