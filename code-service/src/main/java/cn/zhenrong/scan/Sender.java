package cn.zhenrong.scan;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a request says of who sent it. It goes no further than the request: what is kept is a keyed
/// digest of it and a province.
///
/// @param address as the service or its proxy saw it
/// @param userAgent what the browser says it is
/// @param languages what its user wants to read
public record Sender(String address, @Nullable String userAgent, @Nullable String languages) {
  /// Those that fetch a page to show a preview of it, and search engines. The browser inside WeChat
  /// (MicroMessenger), DingTalk or Facebook is a shopper's and not among them; nor is a Cubot
  /// phone.
  private static final Pattern PREVIEWER =
      Pattern.compile(
          "(?<!cu)bot\\b|bot[/_]|crawl|spider|slurp|preview|externalhit|meta-external|^whatsapp/"
              + "|slack-imgproxy|^mediapartners|lighthouse");

  /// A program that brings back a nonce did so on purpose, as an app of a platform may; it counts.
  boolean isMachine() {
    if (userAgent == null) {
      return false;
    }
    String name = userAgent.toLowerCase(Locale.ROOT);
    return PREVIEWER.matcher(name).find();
  }

  /// Says nothing: an address must not get into a log by accident.
  @Override
  public String toString() {
    return "Sender";
  }
}
