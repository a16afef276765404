package io.souschef.app.chat;

import io.souschef.skills.failure.InvalidInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jline.utils.Signals;

/** Lines of a file or a pipe: no prompt, no history. */
public final class PipedLines implements Lines {

  /** Far beyond what an instruction may have; whoever sends more sends no lines. */
  private static final int LONGEST = 100_000;

  private final BufferedReader reader;

  public PipedLines(InputStream in) {
    reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  @Override
  public Line read(String prompt) {
    try {
      StringBuilder line = new StringBuilder();
      int character = reader.read();
      if (character < 0) {
        return Line.none(Nothing.END);
      }
      while (character >= 0 && character != '\n') {
        if (line.length() >= LONGEST) {
          throw new InvalidInputException(
              "A line of the input has more than %s characters; write one request a line"
                  .formatted(LONGEST));
        }
        line.append((char) character);
        character = reader.read();
      }
      return Line.of(line.toString());
    } catch (IOException e) {
      return Line.none(Nothing.END); // whoever typed has gone
    }
  }

  @Override
  public void onInterrupt(Runnable stop) {
    var unused = Signals.register("INT", stop);
  }

  @Override
  public void close() {
    // The input belongs to the process.
  }
}
