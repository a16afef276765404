package io.souschef.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The launcher with a Maven and a Java that only say what they were asked for. */
@Timeout(120)
class LauncherIT extends LauncherCase {

  @Test
  void itBuildsOnceAndAgainWhenASourceIsOtherOlderOrGone() throws Exception {
    assertThat(run("skills")).contains("one ");
    assertThat(run("skills")).contains("one ");
    assertThat(builds()).hasSize(1);
    source("two");
    assertThat(run("skills")).contains("two ");
    Files.setLastModifiedTime(
        home.resolve("app/src/main/source"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    run("skills");
    assertThat(builds()).hasSize(3);
    Path more = Files.writeString(home.resolve("app/src/main/more"), "x");
    run("skills");
    Files.delete(more);
    run("skills");
    assertThat(builds()).hasSize(5);
  }

  @Test
  void whatWasBuiltOfAnotherVersionIsNotRun() throws Exception {
    run("skills");
    Path built = home.resolve("app/target/launch-plain");
    Files.writeString(built.resolve("souschef-app-0.jar"), "version 0 ");
    source("two");
    assertThat(run("skills")).contains("two ").doesNotContain("version 0");
  }

  @Test
  void twoThatStartAtOnceBuildOnce() throws Exception {
    Process first = start(home, Map.of("SLOW", "1"), "skills");
    Process second = start(home, Map.of("SLOW", "1"), "skills");
    assertThat(ended(first)).contains("one ");
    assertThat(ended(second)).contains("one ");
    assertThat(builds()).hasSize(1);
  }

  @Test
  void aBuildThatWasKilledIsMadeAnew() throws Exception {
    Process first = start(home, Map.of("SLOW", "30"), "skills");
    Path half = home.resolve("app/target/launch-plain/half-made");
    while (!Files.exists(half)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    first.descendants().forEach(ProcessHandle::destroyForcibly);
    first.destroyForcibly().waitFor();
    assertThat(run("skills")).contains("one ");
  }

  @Test
  void aBuildThatFailsSaysSoAndLeavesWhatWasThereAlone() throws Exception {
    run("skills");
    source("two");
    assertThat(ended(start(home, Map.of("BROKEN", "1"), "skills"))).contains("the build failed");
    source("one");
    assertThat(run("skills")).contains("one ");
  }

  @Test
  void aLibraryThatIsGoneIsFetchedAgain() throws Exception {
    run("skills");
    Files.move(temp.resolve("library.jar"), temp.resolve("library-2.jar"));
    ended(start(home, Map.of("LIBRARY", temp.resolve("library-2.jar").toString()), "skills"));
    assertThat(builds()).hasSize(2);
  }

  @Test
  void helpNeedsNoEngineAndAnEngineLeavesTheOthersAlone() throws Exception {
    run("train", "--help");
    run("train", "say", "-h");
    assertThat(builds()).hasSize(1).allMatch(line -> !line.contains("training-engine"));
    ended(start(home, Map.of("BROKEN", "1"), "train", "say"));
    assertThat(builds()).hasSize(2).last().asString().contains("-Ptraining-engine");
    run("skills");
    assertThat(builds()).hasSize(2);
  }

  @Test
  void onlyOptionsChooseWhatIsBuiltNotWhatIsSaidToTheRobot() throws Exception {
    run("run", "please --transport dds and --engine spark");
    assertThat(builds()).hasSize(1).allMatch(line -> !line.contains("-P"));
    run("eval", "--engine=spark");
    run("robot", "--transport", "DDS");
    assertThat(builds().subList(1, 3).toString()).contains("-Pspark", "-Pdds");
  }

  @Test
  void whatIsNamedAsARobotsFileIsNotReadForEver() throws Exception {
    assertThat(run("run", "--robot-config", "/dev/zero", "hi")).endsWith("|hi");
    Path file = Files.writeString(temp.resolve("robot.yaml"), "transport: \"dds\"\n");
    run("run", "--robot-config=" + file, "hi");
    assertThat(builds()).last().asString().contains("-Pdds");
  }
}
