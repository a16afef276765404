package io.souschef.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher with a Maven and a Java that only say what they were asked for. */
@Timeout(120)
class LauncherIT {

  private static final Path LAUNCHER = Path.of("..", "souschef");

  /** Packs the one source into a "jar", as slowly as it is told. */
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo "$@" >>"$LOG"
      for word in "$@"; do
        [[ $word == -Dsouschef.target=* ]] && target=${word#*=}
      done
      while [ $# -gt 0 ]; do [ "$1" = -f ] && home=$(dirname "$2"); shift; done
      mkdir -p "$home/app/$target"
      [ -e "$home/app/$target/half-made" ] && echo "left over" >&2 && exit 1
      touch "$home/app/$target/half-made"
      [ -n "$SLOW" ] && sleep "$SLOW"
      [ -n "$BROKEN" ] && exit 1
      cp "$home/app/src/main/source" "$home/app/$target/souschef-app-1.jar"
      printf '%s' "$LIBRARY" >"$home/app/$target/dependencies.txt"
      rm "$home/app/$target/half-made"
      """;

  /**
   * Prints what the first jar of the class path holds, and the last argument byte by byte; makes
   * lists and archives of classes as the virtual machine does.
   */
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      echo "java $@" >>"$LOG.java"
      [ -n "$CRASHING" ] && [[ "$*" == *DumpLoadedClassList* ]] && kill -9 $$
      for word in "$@"; do
        [[ $word == -XX:DumpLoadedClassList=* ]] && echo classes >"${word#*=}" && exit
        [[ $word == -XX:SharedArchiveFile=* ]] && [[ "$*" == *-Xshare:dump* ]] && echo made >"${word#*=}" && exit
      done
      while [ $# -gt 0 ]; do
        [ "$1" = -cp ] && cat "${2%%:*}"
        last=$1
        shift
      done
      printf '%s|%s|%s' "$(locale charmap)" "${LC_ALL-}" "$last"
      """;

  @TempDir private Path temp;
  private Path home = Path.of("");
  private Path log = Path.of("");

  @BeforeEach
  void makeProject() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")) && Files.exists(LAUNCHER));
    home = Files.createDirectories(temp.resolve("project"));
    log = temp.resolve("maven.log");
    Files.copy(LAUNCHER, home.resolve("souschef"));
    Files.createDirectories(home.resolve("app/src/main"));
    Files.writeString(home.resolve("pom.xml"), "<modules>\n<module>app</module>\n</modules>");
    Files.writeString(home.resolve("app/pom.xml"), "");
    Files.writeString(temp.resolve("library.jar"), "");
    source("one");
    Path tools = Files.createDirectories(temp.resolve("tools"));
    program(tools.resolve("mvn"), MAVEN);
    program(tools.resolve("java"), JAVA);
  }

  private void source(String content) throws IOException {
    Files.writeString(home.resolve("app/src/main/source"), content + " ");
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process start(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("souschef").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", temp.resolve("tools") + ":" + System.getenv("PATH"));
    builder.environment().put("LOG", log.toString());
    builder.environment().put("LIBRARY", temp.resolve("library.jar").toString());
    builder
        .environment()
        .putAll(Map.of("SLOW", "", "BROKEN", "", "CRASHING", "", "LC_ALL", "C.UTF-8"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String ended(Process process) throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    return ended(start(home, Map.of(), arguments));
  }

  private List<String> builds() throws IOException {
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

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
  void aRenamedFolderRunsItsOwnClassesWithoutABuild() throws Exception {
    run("skills");
    Path renamed = Files.move(home, temp.resolve("renamed with blanks"));
    Files.delete(temp.resolve("tools/mvn"));
    assertThat(ended(start(renamed, Map.of(), "skills"))).contains("one ");
  }

  @Test
  void aCopiedFolderRunsItsOwnClasses() throws Exception {
    run("skills");
    Path copy = temp.resolve("copy");
    copy(home, copy);
    Files.writeString(copy.resolve("app/src/main/source"), "copied ");
    assertThat(ended(start(copy, Map.of(), "skills"))).contains("copied ");
    assertThat(run("skills")).contains("one ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my kitchen",
        "küche",
        "a$HOME;b",
        "it's \"so\"",
        "a&b",
        "[ab]",
        "a*b",
        "-n",
        "a\\b"
      })
  void aFolderMayHaveAnyName(String name) throws Exception {
    Path named = Files.move(home, Files.createDirectory(temp.resolve("in")).resolve(name));
    Path library = Files.createDirectory(temp.resolve("other libraries")).resolve("a b.jar");
    Files.writeString(library, "");
    Map<String, String> environment = Map.of("LIBRARY", library.toString());
    assertThat(ended(start(named, environment, "skills"))).contains("one ");
    assertThat(ended(start(named, environment, "skills"))).contains("one ");
    assertThat(builds()).hasSize(1);
    assertThat(Files.readString(Path.of(log + ".java"))).contains(":" + library);
  }

  @Test
  void buildsThatAreClearedAwayTakeNoOtherFolderAlong() throws Exception {
    Path beside = Files.createDirectory(temp.resolve("my"));
    Path named = Files.move(home, temp.resolve("my kitchen"));
    for (int build = 0; build < 4; build++) {
      Files.writeString(named.resolve("app/src/main/source"), "build " + build);
      assertThat(ended(start(named, Map.of(), "skills"))).contains("build " + build);
    }
    assertThat(beside).exists();
    try (Stream<Path> made = Files.list(named.resolve("target/launch"))) {
      assertThat(made.filter(path -> path.getFileName().toString().startsWith("plain-")))
          .hasSize(2);
    }
  }

  @Test
  void aNameThatJavaWouldEndTooEarlyIsRefused() throws Exception {
    Path named = Files.move(home, temp.resolve("a:b"));
    assertThat(ended(start(named, Map.of(), "skills")))
        .contains("has a colon in its name")
        .hasLineCount(1);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
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
