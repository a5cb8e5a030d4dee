package cn.zhenrong.lookup;

import cn.zhenrong.evidence.LabChanged;
import cn.zhenrong.evidence.Labs;
import cn.zhenrong.evidence.Report;
import cn.zhenrong.redis.Far;
import cn.zhenrong.redis.Sharing;
import cn.zhenrong.redis.TwoLevels;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// Which laboratories are registered and where they confirm their reports, in memory. A change
/// shows at once.
@Component
class KnownLabs {
  private static final Logger LOG = LoggerFactory.getLogger(KnownLabs.class);
  private static final int MOST = 10_000;

  private static final String NO_URL = "-";

  /// By the key of the name; empty if the laboratory is not registered.
  private final TwoLevels<String, String> urls;

  KnownLabs(Labs labs, Sharing sharing) {
    this.urls =
        sharing.cache(
            new TwoLevels.Kind<>(
                "labs2",
                MOST,
                new TwoLevels.Text<>(
                    key -> URLEncoder.encode(key, StandardCharsets.UTF_8),
                    text -> URLDecoder.decode(text, StandardCharsets.UTF_8)),
                new Far.Bytes<>(
                    url -> url.getBytes(StandardCharsets.UTF_8),
                    bytes -> new String(bytes, StandardCharsets.UTF_8)),
                key -> labs.isRegistered(key) ? labs.checkUrl(key).orElse(NO_URL) : ""));
  }

  /// @param url where it confirms its reports; null if that is not known
  record Lab(boolean registered, @Nullable String url) {
    /// @param told of [KnownLabs#told]
    static @Nullable Lab of(@Nullable String told) {
      if (told == null) {
        return null;
      }
      return new Lab(!told.isEmpty(), told.isEmpty() || told.equals(NO_URL) ? null : told);
    }
  }

  /// The laboratory of a report; null if nothing can be told now. No page fails for it.
  @Nullable Lab of(Report report) {
    return Lab.of(told(Labs.key(report)));
  }

  /// What is known of the laboratory of this key, as it is kept; null if nothing can be told now.
  @Nullable String told(String key) {
    try {
      return urls.get(key).value();
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("what is known of the laboratory is left out: {}", e.getClass().getSimpleName());
      return null;
    }
  }

  /// The same from memory, whatever its age, to see whether it changed. Waits for nobody.
  @Nullable String remembered(String key) {
    return urls.remembered(key).orElse(null);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void changed(LabChanged event) {
    urls.drop(List.of(event.key()));
  }
}
