package io.souschef.app.cli.terminal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Commands as they stand beside their figures: fit to be typed again, and silent about the machine.
 * Paths are relative to the working directory; of one outside of it only the file name is told.
 * Stateless.
 */
public final class TypedCommand {

  private TypedCommand() {}

  /** The command as typed. */
  public static String of(CommandSpec command) {
    return of(command.commandLine().getParseResult().originalArgs());
  }

  /** The command with these arguments, its name the first of them. */
  public static String of(List<String> arguments) {
    Path here = Path.of("").toAbsolutePath();
    return arguments.stream()
        .map(argument -> quoted(withoutMachine(argument, here)))
        .collect(Collectors.joining(" ", "./souschef ", ""));
  }

  private static String withoutMachine(String argument, Path here) {
    int value = argument.startsWith("--") ? argument.indexOf('=') + 1 : 0;
    return argument.substring(0, value) + path(argument.substring(value), here);
  }

  private static String path(String word, Path here) {
    Path typed;
    try {
      typed = Path.of(word);
    } catch (InvalidPathException e) {
      return word;
    }
    if (!typed.isAbsolute() && !typed.startsWith("..")) {
      return word;
    }
    Path whole = here.resolve(typed).normalize();
    Path shown = whole.startsWith(here) ? here.relativize(whole) : whole.getFileName();
    return shown == null || shown.toString().isEmpty() ? "." : shown.toString();
  }

  private static String quoted(String argument) {
    return argument.matches("[\\w./:#=,+-]+") ? argument : "'" + argument + "'";
  }
}
