package io.souschef.app.cli;

import io.souschef.app.cli.terminal.Exit;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Does what short commands do and shows nothing. The launcher has the virtual machine write down
 * which classes that takes, for the archive from which later ones start.
 */
public final class DryRun {

  private DryRun() {}

  /**
   * Runs.
   *
   * @param arguments an empty folder for what a run writes
   */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    Path folder = Path.of(arguments[0]);
    List<List<String>> commands =
        List.of(
            List.of("--help"),
            List.of("skills"),
            List.of("tasks"),
            List.of("tasks", "list", "plain"),
            run(folder.resolve("program")),
            run(folder.resolve("steps"), "--plan", "steps"));
    for (List<String> command : commands) {
      try (PrintWriter nowhere =
          new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
        int unused = Main.run(command.toArray(String[]::new), nowhere, nowhere);
      }
    }
    System.exit(Exit.DONE);
  }

  private static List<String> run(Path folder, String... options) {
    return Stream.concat(
            Stream.of("run", "bring me a coke", "--steps", "1", "--out", folder.toString()),
            Stream.of(options))
        .toList();
  }
}
