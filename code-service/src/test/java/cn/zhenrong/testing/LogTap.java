package cn.zhenrong.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// Hears what some packages write into the log while it is open.
public final class LogTap implements AutoCloseable {
  private final List<String> heard;
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
  private final List<Optional<Level>> before;
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          events.add(event);
        }
      };

  /// @param level from which on it hears, such as `WARN`
  public LogTap(String level, String... packages) {
    heard = List.of(packages);
    appender.start();
    before = heard.stream().map(name -> Optional.ofNullable(logger(name).getLevel())).toList();
    for (String name : heard) {
      logger(name).addAppender(appender);
      logger(name).setLevel(Level.valueOf(level));
    }
  }

  /// Every message, with the exception's own words if there was one.
  public List<String> texts() {
    return events.stream()
        .map(event ->
            event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                    ? ""
                    : " " + event.getThrowableProxy().getMessage()))
        .toList();
  }

  /// Messages that brought a stack trace.
  public List<String> traces() {
    return events.stream()
        .filter(event -> event.getThrowableProxy() != null)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Override
  public void close() {
    for (int i = 0; i < heard.size(); i++) {
      logger(heard.get(i)).detachAppender(appender);
      logger(heard.get(i)).setLevel(before.get(i).orElse(null));
    }
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
