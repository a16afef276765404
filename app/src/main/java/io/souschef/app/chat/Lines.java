package io.souschef.app.chat;

import java.util.Optional;

/** Where a person's lines come from. Used by one thread. */
public interface Lines extends AutoCloseable {

  /** What came instead of a line. */
  enum Nothing {
    /** Ctrl-C at the prompt. */
    INTERRUPTED,
    /** There will be no more. */
    END
  }

  /**
   * A line, or why there is none.
   *
   * @param text what was typed; empty where nothing was
   * @param why meaningful where there is no text
   */
  record Line(Optional<String> text, Nothing why) {

    static Line of(String text) {
      return new Line(Optional.of(text), Nothing.END);
    }

    static Line none(Nothing why) {
      return new Line(Optional.empty(), why);
    }
  }

  /** Waits for the next line. */
  Line read(String prompt);

  /** What Ctrl-C does while no line is read. */
  void onInterrupt(Runnable stop);

  @Override
  void close();
}
