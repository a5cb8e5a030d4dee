package cn.zhenrong.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
        "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (compatible; Bytespider)",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "meta-externalagent/1.1",
        "WhatsApp/2.23.20.0 A",
        "TelegramBot (like TwitterBot)",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "Slack-ImgProxy (+https://api.slack.com/robots)",
        "DingTalkBot-LinkService/1.0 (+https://www.dingtalk.com)",
        "Mozilla/5.0 (compatible; WeChatBot/1.0)",
        "SkypeUriPreview Preview/0.5"
      })
  void previewsAndSearchEnginesAreNoShoppers(String userAgent) {
    assertThat(new Sender("192.0.2.1", userAgent, null).isMachine()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"
            + " MicroMessenger/8.0.50 NetType/WIFI Language/zh_CN",
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile AliApp(DingTalk/7.0) com.alibaba",
        "Mozilla/5.0 (Linux; Android 14; CUBOT X70) AppleWebKit/537.36 Mobile Safari/537.36",
        "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 [FBAN/FBIOS;FBAV/450.0]",
        "Mozilla/5.0 (Linux; U; Android 13) UCBrowser/15.5",
        "okhttp/4.12.0",
        "python-requests/2.32.3",
        ""
      })
  void theBrowsersInsideOfAppsAreShoppersAndProgramsThatSendTheNonceCount(String userAgent) {
    assertThat(new Sender("192.0.2.1", userAgent, null).isMachine()).isFalse();
  }

  @Test
  void saysNoAddressWhenItIsPrinted() {
    assertThat(new Sender("192.0.2.77", "x", "zh").toString()).doesNotContain("192");
    assertThat(new Sender("192.0.2.77", null, null).isMachine()).isFalse();
  }
}
