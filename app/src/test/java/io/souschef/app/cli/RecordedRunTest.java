package io.souschef.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.terminal.Exit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private int run(Path record, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "run";
    arguments[1] = "--record";
    arguments[2] = record.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Main.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(err));
  }

  @Test
  void anOldRecordingStaysWhereARunCannotBegin() throws IOException {
    Path before = Files.writeString(folder.resolve("before.mcap"), "recorded");
    assertThat(run(before, "--affordance", "no-such", "hi")).isEqualTo(Exit.USER_MISTAKE);
    assertThat(before).content().isEqualTo("recorded");
    Path fresh = folder.resolve("fresh.mcap");
    assertThat(run(fresh, "--affordance", "no-such", "hi")).isEqualTo(Exit.USER_MISTAKE);
    assertThat(fresh).doesNotExist();
  }

  @Test
  void aRecordingIsNoFolderAndNoDevice() {
    assertThat(run(folder, "hi")).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString()).contains("is a folder; name a file").hasLineCount(1);
    err.getBuffer().setLength(0);
    assertThat(run(Path.of("/dev/null"), "hi")).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString()).contains("is a pipe, a socket or a device").hasLineCount(1);
  }
}
