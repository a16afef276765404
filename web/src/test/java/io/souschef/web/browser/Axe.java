package io.souschef.web.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** What axe-core finds on the page that a browser shows. */
public final class Axe {

  private static final String ASK =
      """
      const told = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ['violations']}).then(
        (result) => told(result.violations
          .filter((v) => v.impact === 'serious' || v.impact === 'critical')
          .map((v) => v.impact + ' ' + v.id + ': ' + v.nodes.slice(0, 4)
            .map((n) => n.target.join(' ') + ' (' + (n.any.concat(n.all)[0] || {}).message + ')').join('; '))),
        (fault) => told(['axe broke down: ' + fault]));
      """;

  private Axe() {}

  /** The serious and critical findings, a line each. */
  public static List<String> findings(ChromeDriver browser) {
    browser.executeScript(source());
    Object found = browser.executeAsyncScript(ASK);
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
  }

  /** Shows pages as those see them who prefer the dark, or who do not. */
  public static void prefer(ChromeDriver browser, boolean dark) {
    Map<String, String> feature =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /** Shows pages as wide as a window or a phone. */
  public static void width(ChromeDriver browser, int pixels) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", pixels < 500));
  }

  private static String source() {
    try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("axe.min.js cannot be read", e);
    }
  }
}
