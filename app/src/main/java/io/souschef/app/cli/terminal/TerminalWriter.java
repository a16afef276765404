package io.souschef.app.cli.terminal;

import io.souschef.skills.text.Steering;
import java.io.IOException;
import java.io.Writer;

/**
 * The last thing that output passes: of what steers a terminal only this program's own colours and
 * erasing of the current line come through. Safe for several threads.
 */
public final class TerminalWriter extends Writer {

  private final Writer out;

  public TerminalWriter(Writer out) {
    super(out);
    this.out = out;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    write(new String(buffer, offset, length));
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    write(text.substring(offset, offset + length));
  }

  @Override
  public void write(String text) throws IOException {
    synchronized (lock) {
      out.write(Steering.shown(text));
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
