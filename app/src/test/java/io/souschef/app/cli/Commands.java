package io.souschef.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line for tests of other packages. */
public final class Commands {

  private Commands() {}

  /** What a command printed and ended with. */
  public record Ended(int code, String out, String err) {}

  /** Parses a command without running it; throws when there is no such one. */
  public static void parse(List<String> words) {
    Main.commands().parseArgs(words.toArray(String[]::new));
  }

  /** Name of each command to its help. */
  public static Map<String, String> helpOfAll() {
    Map<String, String> help = new TreeMap<>();
    Main.commands()
        .getSubcommands()
        .forEach((name, command) -> help.put(name, command.getUsageMessage()));
    return help;
  }

  /** Runs a command in this process. */
  public static Ended run(List<String> words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    return new Ended(code, out.toString(), err.toString());
  }
}
