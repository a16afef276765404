package io.souschef.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.Commands;
import io.souschef.web.browser.Axe;
import io.souschef.web.browser.BrowserTests;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that run and report leave behind, in a browser: light and dark, wide and narrow. */
class AccessibleDocumentsIT extends BrowserTests {

  @TempDir Path temp;

  private static void check(Path page) {
    browser.get(page.toUri().toString());
    for (int width : new int[] {1280, 390}) {
      for (boolean dark : new boolean[] {false, true}) {
        Axe.width(browser, width);
        Axe.prefer(browser, dark);
        assertThat(Axe.findings(browser))
            .as("%s, %s px, %s", page.getFileName(), width, dark ? "dark" : "light")
            .isEmpty();
        assertThat(
                browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
            .as("%s fits %s px", page.getFileName(), width)
            .isEqualTo(true);
      }
    }
  }

  @Test
  void the_page_of_a_run_shows_all_its_pictures() {
    Path out = temp.resolve("run");
    Commands.Ended run =
        Commands.run(List.of("run", "--plan", "steps", "--out", out.toString(), "bring me a coke"));
    assertThat(run.code()).as(run.err()).isZero();

    check(out.resolve("index.html"));

    assertThat(
            browser.executeScript(
                "const strip = document.querySelector('.strip');"
                    + " return strip.children.length > 4 && strip.scrollWidth <= strip.clientWidth"
                    + " && [...strip.querySelectorAll('img')].every(i =>"
                    + " i.getBoundingClientRect().right <= innerWidth)"))
        .isEqualTo(true);
  }

  @Test
  void the_report_of_an_evaluation() {
    Path out = temp.resolve("eval");
    Commands.Ended eval =
        Commands.run(
            List.of(
                "eval",
                "--suite",
                "plain",
                "--rates",
                "plan",
                "--steps",
                "1",
                "--out",
                out.toString()));
    assertThat(eval.code()).as(eval.err() + eval.out()).isLessThan(2);

    check(out.resolve("report.html"));
  }
}
