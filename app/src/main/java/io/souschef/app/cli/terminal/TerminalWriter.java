package io.souschef.app.cli.terminal;

import io.souschef.skills.text.Shown;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last thing that output passes: of what steers a terminal only colours and the erasing of the
 * current line come through, whoever wrote it. Safe for several threads.
 */
public final class TerminalWriter extends Writer {

  /** What this program itself sends: see {@link io.souschef.app.view.Ink}. */
  private static final Pattern OURS =
      Pattern.compile("\r?\u001b\\[(?:[0-9;]{0,11}m|K)|\r\n|\r(?=\u001b\\[K)");

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
      Matcher ours = OURS.matcher(text);
      StringBuilder shown = new StringBuilder();
      int end = 0;
      while (ours.find()) {
        shown.append(Shown.lines(text.substring(end, ours.start()))).append(ours.group());
        end = ours.end();
      }
      out.write(shown.append(Shown.lines(text.substring(end))).toString());
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
