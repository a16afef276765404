package io.souschef.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.Main;
import io.souschef.app.cli.terminal.Exit;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program with requests that are piped in. */
class ChatCommandIT {

  @TempDir private Path folder;

  @Test
  void whatWasFetchedStaysFetchedUntilItIsUndone() {
    InputStream before = System.in;
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    try {
      System.setIn(
          new ByteArrayInputStream(
              "bring me the sponge\n/scene\n/why\n/undo\n/scene\n"
                  .getBytes(StandardCharsets.UTF_8)));
      int code =
          Main.run(
              new String[] {"chat", "--out", folder.toString()},
              new PrintWriter(out),
              new PrintWriter(err));
      assertThat(code).as(err + "\n" + out).isEqualTo(Exit.DONE);
    } finally {
      System.setIn(before);
    }
    assertThat(out.toString())
        .containsPattern("(?s)Done after.*\\n  user: .*sponge.*Everything is as it was")
        .doesNotContainPattern("(?s)Everything is as it was.*\\n  user: [^\\n]*sponge");
    assertThat(folder.resolve("1/trace.jsonl")).exists();
    assertThat(err.toString()).isEmpty();
  }
}
