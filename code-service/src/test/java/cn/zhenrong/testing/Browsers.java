package cn.zhenrong.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A headless Chromium, the system's own where there is one.
public final class Browsers implements AutoCloseable {
  private static final Path SYSTEM_CHROMIUM = Path.of("/usr/bin/chromium");

  private final Playwright playwright = Playwright.create();
  private final Browser browser;

  public Browsers() {
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
    if (Files.isExecutable(SYSTEM_CHROMIUM)) {
      options.setExecutablePath(SYSTEM_CHROMIUM);
    }
    browser = playwright.chromium().launch(options);
  }

  /// A person with a telephone, whom nobody has seen before.
  public BrowserContext phone(String locale, boolean scripts) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setLocale(locale)
            .setJavaScriptEnabled(scripts));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
