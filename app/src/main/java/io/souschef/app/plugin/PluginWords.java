package io.souschef.app.plugin;

import io.souschef.planner.usefulness.ScoringException;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.failure.MachineException;
import io.souschef.skills.plugin.PluginException;
import io.souschef.skills.text.Shown;

/** What a plug-in's failure is called. Stateless. */
final class PluginWords {

  private static final int MOST_CHARACTERS = 300;

  private PluginWords() {}

  /**
   * What becomes of something that a plug-in threw: exceptions that are made for people pass, the
   * rest is put into words.
   *
   * @param who the plug-in, as a sentence begins
   */
  static RuntimeException translated(String who, Throwable thrown) {
    if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
      throw fatal; // what ends the virtual machine is no business of the plug-in
    }
    if (thrown instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (thrown instanceof RuntimeException spoken && isSpoken(spoken)) {
      return spoken;
    }
    return new PluginException("%s failed (%s)".formatted(who, of(thrown)), thrown);
  }

  private static boolean isSpoken(RuntimeException e) {
    boolean forPeople =
        e instanceof InvalidInputException
            || e instanceof RobotException
            || e instanceof ScoringException
            || e instanceof MachineException;
    return forPeople && e.getMessage() != null && !e.getMessage().isBlank();
  }

  /** The kind of a failure and its words, on one line. */
  static String of(Throwable thrown) {
    String kind = thrown.getClass().getSimpleName();
    String message = thrown.getMessage();
    if (thrown instanceof LinkageError) {
      kind = "it does not fit this version of Souschef or of Java: " + kind;
    }
    if (message == null || message.isBlank()) {
      return kind;
    }
    String line = Shown.line(message.lines().filter(l -> !l.isBlank()).findFirst().orElse(""));
    return kind
        + ": "
        + (line.length() > MOST_CHARACTERS ? line.substring(0, MOST_CHARACTERS) + "..." : line);
  }
}
