package io.souschef.app.cli.bench;

import io.souschef.app.bench.SpeedSection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lines for the terminal while it is measured, sections for a page afterwards. */
final class BenchOutput {

  private final PrintWriter out;
  private final boolean silent;
  private final List<SpeedSection> sections = new ArrayList<>();

  /**
   * Output to a terminal.
   *
   * @param silent whether lines are left out, because JSON is printed in the end
   */
  BenchOutput(PrintWriter out, boolean silent) {
    this.out = out;
    this.silent = silent;
  }

  void line(String line) {
    if (!silent) {
      out.println(line);
      out.flush();
    }
  }

  void add(SpeedSection section) {
    sections.add(section);
  }

  /**
   * Writes the sections of a Markdown page.
   *
   * @param command the command line that does so
   */
  void write(Path page, String command) {
    sections.forEach(section -> section.write(page, command));
  }
}
