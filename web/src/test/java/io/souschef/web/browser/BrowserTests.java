package io.souschef.web.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.chrome.ChromeDriver;

/** Tests in a browser, which are skipped where there is none. */
@Timeout(180)
public abstract class BrowserTests {

  @SuppressWarnings("NullAway.Init")
  protected static ChromeDriver browser;

  @BeforeAll
  protected static void start() {
    Assumptions.assumeTrue(
        Browsers.areThere(), "chromium and chromedriver are not on the PATH; see .ci/run");
    browser = Browsers.open(1280, 900, false);
  }

  @AfterAll
  protected static void stop() {
    if (browser != null) {
      browser.quit();
    }
  }
}
