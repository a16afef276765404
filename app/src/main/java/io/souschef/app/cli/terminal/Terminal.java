package io.souschef.app.cli.terminal;

import io.souschef.app.view.Ink;
import java.util.OptionalInt;

/** The terminal that a command writes to. */
public final class Terminal {

  private Terminal() {}

  /** How output may be coloured: the launcher knows whether it goes to a terminal. */
  public static Ink ink() {
    Integer columns = Integer.getInteger("souschef.columns");
    return Ink.forOutput(
        Boolean.getBoolean("souschef.terminal"),
        columns == null || columns < 1 ? OptionalInt.empty() : OptionalInt.of(columns),
        System.getenv());
  }
}
