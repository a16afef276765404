package io.souschef.app.cli;

import io.souschef.planner.dialogue.User;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks and tells in the terminal. Where nobody can type, questions go unanswered. */
final class TerminalUser implements User {

  private final PrintWriter out;

  TerminalUser(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Optional<String> ask(String question, List<String> options) {
    @Nullable Console console = System.console();
    out.println(question);
    for (int i = 0; i < options.size(); i++) {
      out.printf("  %d  %s%n", i + 1, options.get(i).replace("\n", " "));
    }
    out.flush();
    if (console == null) {
      return Optional.empty();
    }
    String answer = console.readLine("> ");
    return Optional.ofNullable(answer).map(String::strip).filter(words -> !words.isEmpty());
  }

  @Override
  public void tell(String words) {
    // The view of the episode shows what is told.
  }
}
