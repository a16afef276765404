package io.souschef.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a project of its own, with a Maven and a Java that only write down what is asked
 * of them.
 */
abstract class LauncherCase {

  static final Path LAUNCHER = Path.of("..", "souschef");

  /** Packs the one source into a "jar", as slowly as it is told. */
  static final String MAVEN =
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
  static final String JAVA =
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

  @TempDir Path temp;

  Path home = Path.of("");
  Path log = Path.of("");

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

  void source(String content) throws IOException {
    Files.writeString(home.resolve("app/src/main/source"), content + " ");
  }

  static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Process start(Path folder, Map<String, String> environment, String... arguments)
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

  static String ended(Process process) throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  String run(String... arguments) throws IOException, InterruptedException {
    return ended(start(home, Map.of(), arguments));
  }

  List<String> builds() throws IOException {
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }
}
