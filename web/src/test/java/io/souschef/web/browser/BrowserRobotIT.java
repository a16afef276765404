package io.souschef.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.web.GatedRobot;
import io.souschef.web.PlannedBrain;
import io.souschef.web.WebServer;
import io.souschef.web.live.Commands;
import io.souschef.web.live.LiveRobot;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page of a real robot: what may move it is asked, and nothing is offered that cannot be. */
class BrowserRobotIT extends BrowserTests {

  @TempDir Path out;

  private static void await(String script) {
    new WebDriverWait(browser, Duration.ofSeconds(60))
        .withMessage(() -> script + ": " + find("body").getText())
        .until(b -> Boolean.TRUE.equals(browser.executeScript("return " + script)));
  }

  private static WebElement find(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  @Test
  void each_command_waits_for_a_yes_in_the_page_and_hold_keeps_it_still() {
    GatedRobot gated = new GatedRobot();
    try (gated;
        LiveRobot robot = gated.open(out);
        WebServer server =
            WebServer.open(
                new WebServer.Address("localhost", 0, ""),
                robot,
                new Commands(robot, new PlannedBrain()))) {
      browser.get(server.url());
      await("!!window.souschef && !!souschef.state().robot");
      await("souschef.kitchen.meshes.has('robot/base')");
      assertThat(find("#robot").getText()).contains("may move", "link is up", "knows of");
      for (String sim : new String[] {"#undo", "#tools", "#reset", "#seed", "#scene", "#speed"}) {
        assertThat(find(sim).isDisplayed()).as(sim).isFalse();
      }
      assertThat(Axe.findings(browser)).isEmpty();

      find("#ask-first").click();
      await("souschef.state().robot.asksFirst");
      find("#text").sendKeys("go to the sink", Keys.ENTER);
      await("!document.getElementById('confirm').hidden");
      assertThat(find("#confirm").getText()).contains("go to the sink", "/execute_skill", "goal");
      assertThat(gated.sent()).isEmpty();
      assertThat(Axe.findings(browser)).isEmpty();

      find("#confirm button").click();

      await("document.querySelectorAll('.ended.good').length === 1");
      assertThat(gated.sent()).containsExactly("go to the sink");
      find("#hold").click();
      await("!souschef.state().robot.armed");
      assertThat(find("#robot-arm").getText()).contains("still: it was held in the page");
      find("#arm").click();
      await("souschef.state().robot.armed");
    }
  }
}
