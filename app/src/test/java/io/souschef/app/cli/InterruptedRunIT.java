package io.souschef.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.app.CommandProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended from outside, as by Ctrl-C. */
class InterruptedRunIT {

  @TempDir private Path temp;

  @Test
  void traceAndPageAreWholeWhenARunIsInterrupted() throws Exception {
    Path out = temp.resolve("run");
    Path log = temp.resolve("log");
    Process process =
        CommandProcess.start(
            List.of(
                "run",
                "--plan",
                "steps",
                "--speed",
                "real",
                "--out",
                out.toString(),
                "go to the sink"),
            log);
    CommandProcess.awaitText(process, log, "Step 1", 60);
    process.destroy(); // as Ctrl-C does, it lets the hooks of the virtual machine run
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<String> trace = Files.readAllLines(out.resolve("trace.jsonl"));
    assertThat(new JsonMapper().readTree(trace.get(trace.size() - 1)).path("event").asText())
        .isEqualTo("ended");
    assertThat(out.resolve("index.html")).content().contains("</html>");
    assertThat(out).isDirectoryNotContaining("glob:**.part");
  }
}
