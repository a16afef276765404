package io.souschef.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.web.PlannedBrain;
import io.souschef.web.WrittenBrain;
import io.souschef.web.export.HtmlExport;
import io.souschef.web.replay.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages for people who see, hear and point differently, light and dark, wide and narrow. */
class AccessiblePagesIT extends BrowserTests {

  @TempDir Path out;

  @AfterEach
  void asItWas() {
    Axe.prefer(browser, false);
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", java.util.Map.of());
  }

  private static void check(String state) {
    for (int width : new int[] {1280, 390}) {
      for (boolean dark : new boolean[] {false, true}) {
        Axe.width(browser, width);
        Axe.prefer(browser, dark);
        assertThat(Axe.findings(browser))
            .as("%s, %s px, %s", state, width, dark ? "dark" : "light")
            .isEmpty();
        Object wide =
            browser.executeScript(
                "return document.documentElement.scrollWidth > innerWidth ?"
                    + " document.documentElement.scrollWidth : 0");
        assertThat(wide).as("%s, wider than %s px", state, width).isEqualTo(0L);
      }
    }
  }

  @Test
  void the_live_page_in_all_its_states() {
    try (LivePage page = new LivePage(browser, out, Double.POSITIVE_INFINITY, WrittenBrain::new)) {
      check("at rest");
      page.type("visit sink | visit table");
      page.awaitText("#question p", "What do you mean?");
      check("asking");
      page.findAll("#question button").get(1).click();
      page.awaitText(".ended", "Done");
      page.find("button.step").click();
      page.find("#tools summary").click();
      page.script("document.getElementById('truth').selectedIndex = 1; return 1");
      page.script("document.getElementById('truth').dispatchEvent(new Event('change')); return 1");
      check("looking back, with the tools");
      page.find("#stop").click();
      page.awaitText("#status", "emergency stop");
      check("stopped");
    }
  }

  @Test
  void the_page_to_send_and_that_of_the_api() throws IOException {
    try (LivePage page =
        new LivePage(browser, out, Double.POSITIVE_INFINITY, PlannedBrain::asking)) {
      page.type("find a sponge; pick up the sponge");
      page.awaitText(".ended", "Done");
      page.await("return souschef.state().status === 'idle'");
      browser.get(page.url() + "api");
      page.await("return document.querySelectorAll('h2').length > 3");
      check("the API");
      Path file = out.resolve("page.html");
      Files.writeString(file, HtmlExport.page(Replay.read(page.kitchen().folder(1))));
      browser.get(file.toUri().toString());
      page.await("return !!window.souschef");
      page.await("souschef.go(souschef.end, true); return souschef.time() > 0");
      check("a page to send");
    }
  }
}
