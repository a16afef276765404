package io.souschef.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.state.WorldState;
import io.souschef.web.PlannedBrain;
import io.souschef.web.WrittenBrain;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.Select;

/** People interfere by mouse and keyboard while the robot works. */
class BrowserByHandIT extends BrowserTests {

  @TempDir Path out;

  private static String place(WorldState world, String object) {
    return world.object(object).flatMap(each -> each.place()).orElse("nowhere");
  }

  @Test
  void what_is_dragged_elsewhere_is_noticed_and_brought_all_the_same() {
    try (LivePage page = new LivePage(browser, out, 1, WrittenBrain::new)) {
      page.type("bring sponge");
      page.awaitText(".step.running .words", "go to the table");

      page.drag(
          "souschef.kitchen.spot('sponge-1')",
          "souschef.kitchen.inWindow(souschef.kitchen.places.find(p => p.name === 'far"
              + " counter').pose.slice(0, 3))");

      page.awaitText(".note", "sponge-1 was moved");
      page.kitchen().setSpeed(Double.POSITIVE_INFINITY);
      page.awaitText(".step .words", "go to the far counter");
      page.awaitText(".ended", "Done");
      assertThat(place(page.world(), "sponge-1")).isEqualTo("user");
    }
  }

  @Test
  void everything_that_hands_do_is_done_from_the_panel_and_taken_back_by_undo() {
    try (LivePage page =
        new LivePage(browser, out, Double.POSITIVE_INFINITY, PlannedBrain::asking)) {
      page.find("#tools summary").click();
      tool(page, 0, "sponge-1", "sink", 0);
      page.awaitText(".note", "sponge-1 was put to the sink");
      tool(page, 1, "fridge", "", 0);
      page.awaitText(".note", "the fridge was opened");
      tool(page, 2, "spill", "table", 0);
      page.awaitText(".note", "there is a new spill at the table");
      tool(page, 5, "table", "", 0);
      page.awaitText(".note", "a box was put in the way");
      assertThat(place(page.world(), "sponge-1")).isEqualTo("sink");
      assertThat(place(page.world(), "spill-1")).isEqualTo("table");
      assertThat(page.world().open()).containsEntry("fridge", true);
      page.find("#tools summary").click();

      for (int i = 0; i < 4; i++) {
        page.find("#undo").click();
        page.await("return souschef.state().undo === " + (3 - i));
      }

      assertThat(place(page.world(), "sponge-1")).isEqualTo("table");
      assertThat(page.world().open()).containsEntry("fridge", false);
      page.await("return !souschef.kitchen.meshes.has('spill-1')");
    }
  }

  @Test
  void what_the_robot_holds_is_taken_out_of_its_hand() {
    try (LivePage page =
        new LivePage(browser, out, Double.POSITIVE_INFINITY, PlannedBrain::asking)) {
      page.type("find a sponge; pick up the sponge");
      page.awaitText(".ended", "Done");
      page.find("#tools summary").click();

      tool(page, 4, "sink", "", 0);

      page.awaitText(".note", "what the robot held was put to the sink");
      assertThat(place(page.world(), "sponge-1")).isEqualTo("sink");
    }
  }

  private static void tool(LivePage page, int row, String first, String second, int button) {
    page.await("return document.querySelectorAll('.tool').length === 6");
    String tool = "#toolbox .tool:nth-child(%s) ".formatted(row + 1);
    new Select(page.findAll(tool + "select").get(0)).selectByVisibleText(first);
    if (!second.isEmpty()) {
      new Select(page.findAll(tool + "select").get(1)).selectByVisibleText(second);
    }
    page.findAll(tool + "button").get(button).click();
  }
}
