package io.souschef.web.browser;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.state.WorldState;
import io.souschef.web.Kitchens;
import io.souschef.web.WebServer;
import io.souschef.web.live.Commands;
import io.souschef.web.live.LiveKitchen;
import io.souschef.web.live.Recording;
import io.souschef.web.live.mind.Brain;
import io.souschef.web.live.people.Questions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A live kitchen with its page open in a browser. */
final class LivePage implements AutoCloseable {

  private final ChromeDriver browser;
  private final LiveKitchen kitchen;
  private final WebServer server;

  /**
   * Opens a small kitchen.
   *
   * @param brain what plans, by who is asked
   * @param speed robot seconds a second
   */
  LivePage(ChromeDriver browser, Path out, double speed, Function<Questions, Brain> brain) {
    this.browser = browser;
    kitchen = new LiveKitchen(Kitchens.small(), 1, speed, out);
    server =
        WebServer.open(
            new WebServer.Address("localhost", 0, ""),
            kitchen,
            new Commands(kitchen, brain.apply(kitchen.questions())));
    browser.get(server.url());
    await("return !!window.souschef && souschef.state().status === 'idle'");
    await("return souschef.kitchen.meshes.has('sponge-1') && souschef.kitchen.frames > 1");
  }

  LiveKitchen kitchen() {
    return kitchen;
  }

  String url() {
    return server.url();
  }

  /** Waits until a script says true. */
  void await(String script) {
    new WebDriverWait(browser, Duration.ofSeconds(60))
        .withMessage(() -> script + "; the page says: " + text("body"))
        .until(b -> Boolean.TRUE.equals(browser.executeScript(script)));
  }

  void awaitText(String selector, String text) {
    await(
        "return [...document.querySelectorAll('%s')].some(e => e.textContent.includes(\"%s\"))"
            .formatted(selector, text));
  }

  String text(String selector) {
    return browser.findElement(By.cssSelector(selector)).getText();
  }

  WebElement find(String selector) {
    return browser.findElement(By.cssSelector(selector));
  }

  List<WebElement> findAll(String selector) {
    return browser.findElements(By.cssSelector(selector));
  }

  Object script(String script) {
    return Objects.requireNonNull(browser.executeScript(script));
  }

  void type(String text) {
    WebElement box = browser.findElement(By.id("text"));
    box.sendKeys(text);
    box.sendKeys(Keys.ENTER);
  }

  /** Drags with the mouse, from what a script points at to what another does. */
  void drag(String from, String to) {
    Map<?, ?> start = (Map<?, ?>) script("return " + from);
    Map<?, ?> end = (Map<?, ?>) script("return " + to);
    new Actions(browser)
        .moveToLocation(pixel(start, "x"), pixel(start, "y"))
        .clickAndHold()
        .moveByOffset(0, -20)
        .moveToLocation(pixel(end, "x"), pixel(end, "y"))
        .release()
        .perform();
  }

  private static int pixel(Map<?, ?> point, String axis) {
    return (int) Math.round(((Number) Objects.requireNonNull(point.get(axis))).doubleValue());
  }

  /** What is true in the kitchen, once it is at rest. */
  WorldState world() {
    return kitchen.ask(SimulatedRobot::worldState).join();
  }

  /** Waits until the robot does nothing and all that it did has been shown. */
  void rest() {
    await("return souschef.state().status === 'idle'");
    Recording recording = new Recording();
    kitchen.join(recording);
    recording.rest();
    kitchen.leave(recording);
  }

  void closeServer() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
    kitchen.close();
  }
}
