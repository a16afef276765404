package io.souschef.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the virtual machine is started. */
class LauncherJavaIT extends LauncherCase {

  @Test
  void aPlainLocaleDoesNotDestroyWhatIsSaid() throws Exception {
    for (String locale : List.of("C", "POSIX", "xx_YY.ISO-8859-1")) {
      assertThat(ended(start(home, Map.of("LC_ALL", locale), "run", "I’d like tea")))
          .as(locale)
          .endsWith("UTF-8||I’d like tea");
    }
    assertThat(ended(start(home, Map.of("LC_ALL", "C.UTF-8"), "run", "tea")))
        .endsWith("UTF-8|C.UTF-8|tea");
  }

  private List<String> javas() throws IOException {
    return Files.readAllLines(log.resolveSibling("maven.log.java"));
  }

  private String lastJava() throws IOException {
    List<String> all = javas();
    return all.get(all.size() - 1);
  }

  @Test
  void classesAreArchivedOnceForEachBuildAndEachPlace() throws Exception {
    run("skills");
    assertThat(javas()).hasSize(3);
    assertThat(lastJava()).contains("-XX:SharedArchiveFile=" + home);
    run("skills");
    assertThat(javas()).hasSize(4);
    Path renamed = Files.move(home, temp.resolve("renamed with blanks"));
    assertThat(ended(start(renamed, Map.of(), "skills"))).contains("one ");
    assertThat(javas()).hasSize(7);
    assertThat(lastJava()).contains("-XX:SharedArchiveFile=" + renamed);
    home = renamed;
    source("two");
    assertThat(run("skills")).contains("two ");
    assertThat(javas()).hasSize(10);
  }

  @Test
  void whereClassesCannotBeArchivedEverythingRunsWithout() throws Exception {
    assertThat(ended(start(home, Map.of("CRASHING", "1"), "skills"))).contains("one ");
    assertThat(lastJava()).doesNotContain("SharedArchiveFile");
    int before = javas().size();
    assertThat(run("skills")).contains("one ");
    assertThat(javas()).hasSize(before + 1);
  }

  @Test
  void anArchiveThatIsGoneIsNoError() throws Exception {
    run("skills");
    try (Stream<Path> files = Files.walk(home.resolve("target/launch"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".jsa")).toList()) {
        Files.delete(file);
      }
    }
    assertThat(run("skills")).contains("one ");
    assertThat(lastJava()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void onlyCommandsThatWorkLongWaitForTheSlowCompiler() throws Exception {
    run("skills");
    assertThat(lastJava()).contains("-XX:TieredStopAtLevel=1");
    run("eval", "--suite", "plain");
    assertThat(lastJava()).doesNotContain("TieredStopAtLevel");
  }

  @Test
  void aHeapThatIsNoSizeIsNamed() throws Exception {
    assertThat(ended(start(home, Map.of("SOUSCHEF_HEAP", "much"), "skills")))
        .contains("SOUSCHEF_HEAP is 'much'");
  }
}
