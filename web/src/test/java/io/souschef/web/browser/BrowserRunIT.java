package io.souschef.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.Instruction;
import io.souschef.planner.episode.Trace;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.Kitchens;
import io.souschef.web.PlannedBrain;
import io.souschef.web.WebServer;
import io.souschef.web.replay.SceneJson;
import io.souschef.web.run.WatchedRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A run that is watched while it runs. */
class BrowserRunIT extends BrowserTests {

  @TempDir Path out;

  private static final String RUN =
      """
      {"name": "today", "command": "eval --suite plain", "started": "2026-01-31T10:00:00Z",
       "planned": 10, "ended": %s, "failed": 1, "quietS": 3,
       "rates": [{"configuration": "embedded x learned, program", "words": "programs", "episodes": %s,
         "plan": {"successes": 3, "trials": 4, "rate": 0.75, "low": 0.3, "high": 0.95},
         "families": [{"name": "bring", "plan":
           {"successes": 3, "trials": 4, "rate": 0.75, "low": 0.3, "high": 0.95}}]}],
       "failures": [{"attempt": "plain-bring-01-plan", "kind": "plan", "family": "bring",
         "instruction": "<b onmouseover=alert(1)>bring</b>", "task": "plain:bring-01", "seed": 1,
         "configuration": "embedded x learned, program", "why": "no coke stands at the user"}]}
      """;

  private volatile int ended = 4;

  private final class Run implements WatchedRun {

    @Override
    public ObjectNode json() {
      try {
        return (ObjectNode) SceneJson.JSON.readTree(RUN.formatted(ended, ended));
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public Path trace(String name) {
      if (!name.equals("plain-bring-01-plan")) {
        throw new InvalidInputException("The run has no attempt of that name");
      }
      return out.resolve("trace.jsonl");
    }
  }

  private static void await(String script) {
    new WebDriverWait(browser, Duration.ofSeconds(60))
        .withMessage(() -> script + ": " + browser.findElement(By.tagName("body")).getText())
        .until(b -> Boolean.TRUE.equals(browser.executeScript("return " + script)));
  }

  @Test
  void it_shows_how_far_it_is_and_a_failure_is_watched_again() {
    try (Trace trace = Trace.create(out.resolve("trace.jsonl"));
        SimulatedRobot robot = Kitchens.small().open("test", 1)) {
      new PlannedBrain().run(new Instruction("go to the sink"), robot, Map.of(), trace);
    }
    try (WebServer server = WebServer.open(new WebServer.Address("localhost", 0, ""), new Run())) {
      browser.get(server.url());
      await("document.querySelectorAll('#failures article').length === 1");
      assertThat(browser.findElement(By.id("far")).getText()).contains("4 of 10 episodes");
      assertThat(browser.findElement(By.id("rates")).getText())
          .contains("plan success", "75% [30, 95], 3 of 4");
      assertThat(browser.findElement(By.cssSelector("#failures h3")).getText())
          .isEqualTo("<b onmouseover=alert(1)>bring</b>");
      for (int width : new int[] {1280, 390}) {
        for (boolean dark : new boolean[] {false, true}) {
          Axe.width(browser, width);
          Axe.prefer(browser, dark);
          assertThat(Axe.findings(browser)).as("%s px, dark: %s", width, dark).isEmpty();
          assertThat(
                  browser.executeScript(
                      "return document.documentElement.scrollWidth <= innerWidth"))
              .isEqualTo(true);
        }
      }
      Axe.prefer(browser, false);
      Axe.width(browser, 1280);
      assertThat(browser.findElement(By.cssSelector("#failures a")).getAttribute("href"))
          .endsWith("/replay#run/plain-bring-01-plan");
      ended = 5;
      await("document.getElementById('far').textContent.startsWith('5 of 10')");

      browser.get(server.url() + "replay#run/plain-bring-01-plan");

      await("!!window.souschef && souschef.story.steps.length > 0");
      assertThat(browser.findElement(By.id("story")).getText()).contains("go to the sink");
    }
  }
}
