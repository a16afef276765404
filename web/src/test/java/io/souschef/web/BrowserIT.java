package io.souschef.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.web.export.HtmlExport;
import io.souschef.web.live.Commands;
import io.souschef.web.live.LiveKitchen;
import io.souschef.web.replay.Replay;
import io.souschef.web.replay.SceneJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

class BrowserIT {

  @SuppressWarnings("NullAway.Init")
  private static ChromeDriver browser;

  @TempDir Path out;

  private final PlannedBrain brain = new PlannedBrain();

  @SuppressWarnings("NullAway.Init")
  private LiveKitchen kitchen;

  @SuppressWarnings("NullAway.Init")
  private WebServer server;

  @BeforeAll
  static void start() {
    Assumptions.assumeTrue(
        Browsers.areThere(), "chromium and chromedriver are not on the PATH; see .ci/run");
    browser = Browsers.open(1280, 800, false);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
  }

  @BeforeEach
  void open() {
    kitchen = new LiveKitchen(Kitchens.small(), 1, Double.POSITIVE_INFINITY, out);
    brain.asks(kitchen.questions()::ask);
    server =
        WebServer.open(
            new WebServer.Address("localhost", 0, ""), kitchen, new Commands(kitchen, brain));
    browser.get(server.url());
    await("return souschef.state().status === 'idle'");
  }

  @AfterEach
  void close() {
    server.close();
    kitchen.close();
  }

  private static void await(String script) {
    new WebDriverWait(browser, Duration.ofSeconds(90))
        .until(b -> Boolean.TRUE.equals(((JavascriptExecutor) b).executeScript(script)));
  }

  private static void awaitText(String selector, String text) {
    await(
        "return [...document.querySelectorAll('%s')].some(e => e.textContent.includes(\"%s\"))"
            .formatted(selector, text));
  }

  private static void type(String text) {
    WebElement box = browser.findElement(By.id("text"));
    box.sendKeys(text);
    box.sendKeys(Keys.ENTER);
  }

  @Test
  void an_instruction_typed_in_the_page_is_carried_out_and_its_bars_are_the_traces_numbers()
      throws IOException {
    type("find a sponge; pick up the sponge");
    awaitText(".ended", "Done");

    browser.findElements(By.cssSelector("button.step")).get(0).click();
    awaitText("#decision h2", "find a sponge");
    JsonNode decided =
        Files.readAllLines(kitchen.folder(1).resolve("trace.jsonl")).stream()
            .map(BrowserIT::json)
            .filter(e -> e.path("event").asText().equals("decided"))
            .findFirst()
            .orElseThrow();
    List<WebElement> rows = browser.findElements(By.cssSelector("#decision tbody tr"));
    assertThat(rows).hasSize(8);
    JsonNode best = decided.at("/decision/candidates/0");
    assertThat(rows.get(0).findElement(By.tagName("th")).getText())
        .isEqualTo(best.at("/skill/text").asText());
    List<WebElement> numbers = rows.get(0).findElements(By.cssSelector(".number"));
    for (int i = 0; i < 3; i++) {
      double value = best.path(List.of("say", "can", "combined").get(i)).asDouble();
      assertThat(Double.parseDouble(numbers.get(i).getAttribute("data-value"))).isEqualTo(value);
    }
  }

  @Test
  void the_escape_key_stops_the_robot_while_one_types() {
    kitchen.setSpeed(1);
    type("go to the sink; go to the table; go to the sink");
    awaitText(".step.running", "go to the sink");

    browser.findElement(By.id("text")).sendKeys("wait", Keys.ESCAPE);

    awaitText(".ended", "The emergency stop was pressed");
    awaitText("#status", "emergency stop");
    browser.findElement(By.id("stop")).click();
    awaitText("#status", "ready");
  }

  @Test
  void the_robots_question_is_answered_in_the_page() {
    type("where now?");
    awaitText("#question p", "What shall I go to?");

    browser.findElements(By.cssSelector("#question button")).get(1).click();

    awaitText(".step .words", "go to the sink");
    awaitText(".ended", "Done");
  }

  @Test
  void reloaded_in_mid_episode_the_page_shows_what_was_and_what_is() {
    type("go to the sink; go to the table");
    browser.findElement(By.id("pause")).click();
    awaitText("#status", "paused");

    browser.navigate().refresh();

    await("return window.souschef && souschef.state().paused === true");
    awaitText(".said.user", "go to the sink; go to the table");
    kitchen.resume();
    awaitText(".ended", "Done");
  }

  @Test
  void a_page_to_send_replays_with_nothing_but_itself() throws IOException {
    type("go to the sink");
    awaitText(".ended", "Done");
    await("return souschef.state().status === 'idle'");
    Path page = out.resolve("page.html");
    Files.writeString(page, HtmlExport.page(Replay.read(kitchen.folder(1))));
    server.close();

    browser.get(page.toUri().toString());

    await("return !!window.souschef");
    await("souschef.go(souschef.end, true); return souschef.time() > 0");
    awaitText(".step .words", "go to the sink");
    await(
        "return performance.getEntriesByType('resource').every(r => /^(blob|data):/.test(r.name))");
  }

  private static JsonNode json(String line) {
    try {
      return SceneJson.JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
