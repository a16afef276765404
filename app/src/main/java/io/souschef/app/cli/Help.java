package io.souschef.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** What the help of every command says beside its options. Stateless. */
final class Help {

  private static final Map<String, String> EXIT_CODES = exitCodes();

  private Help() {}

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put(" 0", "done");
    codes.put(" 1", "not done: the robot, a server or this machine stood in the way");
    codes.put(" 2", "a mistake in the command or in a file; the message names it");
    codes.put(" 3", "a fault of the program; please report it");
    return codes;
  }

  /** Puts exit codes into the help of a command and of those below it. */
  static void complete(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(EXIT_CODES);
    command.getSubcommands().values().forEach(Help::complete);
  }
}
