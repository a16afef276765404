package io.souschef.app.chat;

import io.souschef.skills.failure.MachineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Lines that somebody types, with history and completion where the terminal can show them. */
public final class TypedLines implements Lines {

  private final Terminal terminal;
  private final LineReader reader;

  /**
   * Takes the terminal of the process.
   *
   * @param history file in which lines are kept from one conversation to the next
   * @throws MachineException when the terminal cannot be used
   */
  public TypedLines(Completer completer, Path history) {
    try {
      terminal = TerminalBuilder.builder().system(true).dumb(true).nativeSignals(true).build();
    } catch (IOException e) {
      throw new MachineException(
          "The terminal cannot be used (%s); pipe the requests in, one a line"
              .formatted(e.getMessage()),
          e);
    }
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("souschef")
            .parser(parser())
            .completer(completer)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .variable(LineReader.HISTORY_FILE, history)
            .variable(LineReader.HISTORY_SIZE, 500)
            .build();
  }

  /** What is said to a robot has no quotes and escapes, in completed words neither. */
  static Parser parser() {
    DefaultParser plain = new DefaultParser();
    plain.setEscapeChars(null);
    plain.setQuoteChars(null);
    return (text, cursor, context) -> new Said(plain.parse(text, cursor, context));
  }

  /** A line whose words are completed by just what is proposed. */
  private record Said(ParsedLine parsed) implements CompletingParsedLine {

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return parsed.wordCursor();
    }

    @Override
    public int rawWordLength() {
      return parsed.word().length();
    }

    @Override
    public String word() {
      return parsed.word();
    }

    @Override
    public int wordCursor() {
      return parsed.wordCursor();
    }

    @Override
    public int wordIndex() {
      return parsed.wordIndex();
    }

    @Override
    public List<String> words() {
      return parsed.words();
    }

    @Override
    public String line() {
      return parsed.line();
    }

    @Override
    public int cursor() {
      return parsed.cursor();
    }
  }

  /** Where lines are kept by custom. */
  public static Path usualHistory() {
    String state = System.getenv().getOrDefault("XDG_STATE_HOME", "");
    Path folder =
        state.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return folder.resolve("souschef").resolve("chat-history");
  }

  @Override
  public Line read(String prompt) {
    try {
      return Line.of(reader.readLine(prompt));
    } catch (UserInterruptException e) {
      return Line.none(Nothing.INTERRUPTED);
    } catch (EndOfFileException e) {
      return Line.none(Nothing.END);
    }
  }

  @Override
  public void onInterrupt(Runnable stop) {
    var unused = terminal.handle(Terminal.Signal.INT, signal -> stop.run());
  }

  @Override
  public void close() {
    try {
      reader.getHistory().save();
      terminal.close();
    } catch (IOException e) {
      return; // there is nobody left who would miss it
    }
  }
}
