package io.souschef.app.cli.terminal;

import io.souschef.planner.dialogue.User;
import io.souschef.skills.text.Shown;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks and tells in the terminal. Where nobody can type, questions go unanswered. */
public final class TerminalUser implements User {

  private final PrintWriter out;

  public TerminalUser(PrintWriter out) {
    this.out = out;
  }

  /**
   * From Java 22 on there is a console even where nobody sits at it; it has nothing to read then.
   */
  @Override
  @SuppressWarnings("SystemConsoleNull") // in Java 17 it is null where nobody can type
  public Optional<String> ask(String question, List<String> options) {
    @Nullable Console console = System.console();
    out.println(Shown.line(question));
    for (int i = 0; i < options.size(); i++) {
      out.printf(Locale.ROOT, "  %d  %s%n", i + 1, Shown.line(options.get(i).replace("\n", " ")));
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
