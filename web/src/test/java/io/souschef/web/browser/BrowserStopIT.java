package io.souschef.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.sim.SimulatedRobot;
import io.souschef.web.PlannedBrain;
import io.souschef.web.live.Recording;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Whatever stops the robot does so at once, counted in the robot's own time. */
class BrowserStopIT extends BrowserTests {

  /** Robot time within which all motion ends, seconds. */
  private static final double AT_ONCE_S = 0.2;

  private static final String WALK = "go to the sink; go to the table; go to the sink";

  @TempDir Path out;

  private static void stops(LivePage page, Runnable control, Predicate<JsonNode> stopped) {
    Recording recording = new Recording();
    page.kitchen().join(recording);
    page.type(WALK);
    page.awaitText(".step.running", "go to the sink");
    page.await("return souschef.lastMotion() > 1 && souschef.time() - souschef.lastMotion() < 0.1");

    control.run();

    page.await(
        "return ['stopped', 'paused'].includes(document.getElementById('status').dataset.status)");
    double toldS = recording.firstState(stopped).path("t").asDouble();
    recording.rest();
    assertThat(recording.lastMotionS()).isBetween(toldS - 1, toldS + AT_ONCE_S);
    page.kitchen().leave(recording);
  }

  @Test
  void the_emergency_stop_in_the_page() {
    try (LivePage page = new LivePage(browser, out, 4, PlannedBrain::asking)) {
      stops(page, () -> page.find("#stop").click(), s -> is(s, "stopped"));
      page.awaitText(".ended", "The emergency stop was pressed");
      page.find("#stop").click();
      page.awaitText("#status", "ready");
    }
  }

  @Test
  void the_escape_key_while_one_types() {
    try (LivePage page = new LivePage(browser, out, 4, PlannedBrain::asking)) {
      stops(page, () -> page.find("#text").sendKeys("wait", Keys.ESCAPE), s -> is(s, "stopped"));
      page.awaitText(".ended", "The emergency stop was pressed");
    }
  }

  @Test
  void a_pause_after_which_it_goes_on() {
    try (LivePage page = new LivePage(browser, out, 4, PlannedBrain::asking)) {
      stops(page, () -> page.find("#pause").click(), s -> s.path("paused").asBoolean());
      double paused = page.kitchen().state().path("t").asDouble();
      page.kitchen().setSpeed(Double.POSITIVE_INFINITY);
      page.find("#pause").click();
      page.awaitText(".ended", "Done");
      double end = page.kitchen().ask(SimulatedRobot::timeS).join();
      assertThat(end).isGreaterThan(paused);
    }
  }

  private static boolean is(JsonNode state, String status) {
    return state.path("status").asText().equals(status);
  }
}
