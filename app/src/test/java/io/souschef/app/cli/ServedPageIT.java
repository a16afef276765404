package io.souschef.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.command.ServedMinds;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.kitchen.SimulatedWorlds;
import io.souschef.planner.limit.Terms;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.web.WebServer;
import io.souschef.web.browser.Axe;
import io.souschef.web.browser.BrowserTests;
import io.souschef.web.live.Commands;
import io.souschef.web.live.LiveKitchen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The page with the shipped models, in a browser. With {@code -Dsouschef.pictures=FOLDER} it leaves
 * its pictures there.
 */
class ServedPageIT extends BrowserTests {

  @TempDir Path out;

  @BeforeAll
  static void asWideAsAWindow() {
    Axe.width(browser, 1280);
  }

  private static void await(String script) {
    new WebDriverWait(browser, Duration.ofSeconds(90))
        .withMessage(() -> script + ": " + browser.findElement(By.tagName("body")).getText())
        .until(b -> Boolean.TRUE.equals(browser.executeScript("return " + script)));
  }

  private static void type(String words) {
    WebElement box = browser.findElement(By.id("text"));
    box.sendKeys(words, Keys.ENTER);
  }

  private static String ended(int count) {
    return "document.querySelectorAll('.ended').length === %s".formatted(count);
  }

  private static void picture(String name) throws IOException, InterruptedException {
    String folder = System.getProperty("souschef.pictures", "");
    if (!folder.isEmpty()) {
      Thread.sleep(700); // what glides comes to rest
      Files.write(Path.of(folder).resolve(name), browser.getScreenshotAs(OutputType.BYTES));
    }
  }

  @Test
  void a_person_talks_with_the_robot_and_sees_what_it_means_and_why_it_does_what()
      throws IOException, InterruptedException {
    PlannerOptions options = new PlannerOptions();
    try (UsefulnessScorer say = options.say();
        ServedMinds minds = new ServedMinds(options, say, Terms.NONE);
        LiveKitchen kitchen = new LiveKitchen(SimulatedWorlds.standard(), 1, 4, out);
        WebServer server =
            WebServer.open(
                new WebServer.Address("localhost", 0, ""), kitchen, new Commands(kitchen, minds))) {
      minds.asks(kitchen.questions());
      browser.get(server.url());
      await("!!window.souschef && souschef.state().status === 'idle'");

      type("bring me a coke and put the apple in the top drawer");
      await("document.querySelectorAll('.step').length >= 3");
      browser.findElement(By.id("pause")).click();
      assertThat(browser.findElement(By.cssSelector("#program li[aria-current=step]")).getText())
          .contains("coke");
      picture("live.png");
      kitchen.setSpeed(Double.POSITIVE_INFINITY);
      browser.findElement(By.id("pause")).click();
      await(ended(1));

      type("I want something");
      await("!!souschef.state().question");
      picture("live-asks.png");
      type("bring me the sponge");
      await(ended(2) + " || !!souschef.state().question");
      if (browser.findElements(By.cssSelector(".ended")).size() < 2) {
        browser.findElement(By.id("cancel")).click();
        await(ended(2));
      }

      new Select(browser.findElement(By.id("choice-plan"))).selectByVisibleText("steps");
      await("souschef.state().choices[0].value === 'steps'");
      kitchen.setSpeed(4);
      type("I spilled my coke, can you bring me something to clean it up?");
      await("document.querySelectorAll('#decision tbody tr').length === 8");
      browser.findElement(By.id("pause")).click();
      await("souschef.state().paused");
      picture("live-steps.png");
      Axe.prefer(browser, true);
      new Select(browser.findElement(By.id("truth"))).selectByValue("belief");
      picture("live-belief.png");
      Axe.prefer(browser, false);
      browser.findElement(By.id("cancel")).click();
      await(ended(3));
    }
  }
}
