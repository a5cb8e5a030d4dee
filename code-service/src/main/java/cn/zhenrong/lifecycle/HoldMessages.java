package cn.zhenrong.lifecycle;

import cn.zhenrong.redis.Messages;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells the other instances that holds changed, and reads them anew when theirs did. [Holds] also
/// reads by itself, for a message that was lost.
@Component
class HoldMessages {
  private static final String CHANNEL = "zhenrong:holds";

  private final Messages messages;

  HoldMessages(Messages messages, Holds holds) {
    this.messages = messages;
    messages.hear(CHANNEL, _ -> holds.readOrDoubt(), holds::readIfPossible);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void tell(HoldsChanged event) {
    messages.tell(CHANNEL, Long.toString(event.hold()).getBytes(StandardCharsets.US_ASCII));
  }
}
