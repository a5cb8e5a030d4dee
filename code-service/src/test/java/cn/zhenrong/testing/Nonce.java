package cn.zhenrong.testing;

import cn.zhenrong.testing.Api.Answer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one-time word of a consumer page.
public final class Nonce {
  private static final Pattern IN_PAGE = Pattern.compile("data-nonce=\"([^\"]+)\"");

  private Nonce() {}

  /// Finds the nonce in a page.
  public static String of(Answer page) {
    Matcher matcher = IN_PAGE.matcher(new String(page.body(), StandardCharsets.UTF_8));
    if (!matcher.find()) {
      throw new IllegalStateException("no nonce in " + page);
    }
    return matcher.group(1);
  }

  /// What the page's script sends.
  public static String beacon(String nonce) {
    return "{'nonce':'" + nonce + "','opened':false}";
  }
}
