package io.souschef.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.web.PlannedBrain;
import io.souschef.web.WrittenBrain;
import io.souschef.web.export.HtmlExport;
import io.souschef.web.replay.Replay;
import io.souschef.web.replay.SceneJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

class BrowserIT extends BrowserTests {

  @TempDir Path out;

  @SuppressWarnings("NullAway.Init")
  private LivePage page;

  @BeforeEach
  void open() {
    page = new LivePage(browser, out, Double.POSITIVE_INFINITY, PlannedBrain::asking);
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void an_instruction_typed_in_the_page_is_carried_out_and_its_bars_are_the_traces_numbers()
      throws IOException {
    page.type("find a sponge; pick up the sponge");
    page.awaitText(".ended", "Done");

    page.findAll("button.step").get(0).click();
    page.awaitText("#decision h2", "find a sponge");
    JsonNode decided =
        Files.readAllLines(page.kitchen().folder(1).resolve("trace.jsonl")).stream()
            .map(BrowserIT::json)
            .filter(e -> e.path("event").asText().equals("decided"))
            .findFirst()
            .orElseThrow();
    List<WebElement> rows = page.findAll("#decision tbody tr");
    assertThat(rows).hasSize(8);
    JsonNode best = decided.at("/decision/candidates/0");
    assertThat(rows.get(0).findElement(By.tagName("th")).getText())
        .isEqualTo("▶ " + best.at("/skill/text").asText());
    List<WebElement> numbers = rows.get(0).findElements(By.cssSelector(".number"));
    for (int i = 0; i < 3; i++) {
      double value = best.path(List.of("say", "can", "combined").get(i)).asDouble();
      assertThat(Double.parseDouble(numbers.get(i).getAttribute("data-value"))).isEqualTo(value);
    }
  }

  @Test
  void the_robots_question_is_answered_in_the_page() {
    page.type("where now?");
    page.awaitText("#question p", "What shall I go to?");

    page.findAll("#question button").get(1).click();

    page.awaitText(".step .words", "go to the sink");
    page.awaitText(".ended", "Done");
  }

  @Test
  void reloaded_in_mid_episode_the_page_shows_what_was_and_what_is() {
    page.type("go to the sink; go to the table");
    page.find("#pause").click();
    page.awaitText("#status", "paused");

    browser.navigate().refresh();

    page.await("return window.souschef && souschef.state().paused === true");
    page.awaitText(".said.user", "go to the sink; go to the table");
    page.kitchen().resume();
    page.awaitText(".ended", "Done");
  }

  @Test
  void a_page_to_send_replays_with_nothing_but_itself() throws IOException {
    page.type("go to the sink");
    page.awaitText(".ended", "Done");
    page.await("return souschef.state().status === 'idle'");
    Path file = out.resolve("page.html");
    Files.writeString(file, HtmlExport.page(Replay.read(page.kitchen().folder(1))));
    page.closeServer();

    browser.executeCdpCommand("Network.enable", Map.of());
    offline(true);
    browser.get(file.toUri().toString());

    page.await("return !!window.souschef");
    page.await("souschef.go(souschef.end, true); return souschef.time() > 0");
    page.awaitText(".step .words", "go to the sink");
    page.await(
        "return performance.getEntriesByType('resource').every(r => /^(blob|data):/.test(r.name))");
    page.await("return souschef.kitchen.meshes.size > 5 && souschef.kitchen.frames > 1");
    assertThat(Files.size(file)).isLessThan(2_000_000);
    offline(false);
  }

  @Test
  void the_page_of_no_episode_says_how_to_name_one() {
    for (String nothing : new String[] {"replay", "replay#", "replay#x", "replay?request=1"}) {
      browser.get("about:blank");
      browser.get(page.url() + nothing);
      page.awaitText("#status", "No episode is named");
      assertThat(browser.getTitle()).isEqualTo("An episode · Souschef");
    }
    browser.get("about:blank");
    browser.get(page.url() + "replay#999");
    page.awaitText("#status", "There is no request 999");
  }

  @Test
  void what_the_robot_said_at_the_end_is_not_said_twice() {
    page.script(
        """
        const { Conversation } = await import('/page/panels.js');
        const box = document.getElementById('story');
        const talk = new Conversation(box, () => {});
        const tell = (event) => talk.add({ request: 77, t: 0, event });
        tell({ event: 'told', words: 'I will not do that' });
        tell({ event: 'ended', outcome: 'REFUSED', message: 'I will not do that', steps: 0 });
        tell({ event: 'ended', outcome: 'GIVEN_UP', message: 'I saw none', steps: 2 });
        return true;
        """);
    assertThat(page.findAll(".ended"))
        .extracting(WebElement::getText)
        .containsExactly("✗ Refused", "✗ Given up\nI saw none (2 steps)");
  }

  private static void offline(boolean off) {
    browser.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", off, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  @Test
  void a_program_is_shown_with_its_running_line() {
    try (LivePage written = new LivePage(browser, out.resolve("w"), 4, WrittenBrain::new)) {
      written.type("visit sink; visit table");
      written.awaitText("#program li[aria-current=step]", "visit(\\\"table\\\")");
      assertThat(written.findAll("#program li")).hasSize(2);
      assertThat(written.find("#program li.over").getText()).contains("✓", "sink");
      written.awaitText(".ended", "Done");
      written.await("return document.querySelectorAll('#program li.over').length === 2");

      written.findAll("button.step").get(0).click();

      written.awaitText("#program li[aria-current=step]", "visit(\\\"sink\\\")");
    }
  }

  @Test
  void what_may_be_meant_is_asked_and_what_is_chosen_is_done() {
    try (LivePage written =
        new LivePage(browser, out.resolve("w"), Double.POSITIVE_INFINITY, WrittenBrain::new)) {
      written.type("visit sink | visit table");
      written.awaitText("#question p", "What do you mean?");

      written.findAll("#question button").get(1).click();

      written.awaitText(".ended", "Done");
      assertThat(written.text(".step .words")).isEqualTo("go to the table");
      assertThat(written.text("#program li")).contains("table");
    }
  }

  @Test
  void a_click_on_a_step_takes_the_scene_back_to_it() {
    page.type("go to the sink; go to the table");
    page.awaitText(".ended", "Done");
    page.rest();
    String robot = "souschef.kitchen.targets.get('robot/base')[0].toFixed(3)";
    Object now = page.script("return " + robot);

    page.findAll("button.step").get(0).click();

    page.await("return %s !== '%s'".formatted(robot, now));
    page.find("#past button").click();
    page.await("return %s === '%s'".formatted(robot, now));
  }

  private static JsonNode json(String line) {
    try {
      return SceneJson.JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
