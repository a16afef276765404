package io.souschef.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed again and again, each time without a chance to tidy up. */
class KilledEvaluationIT {

  @TempDir Path temp;

  @Test
  void aRunKilledTwentyTimesEndsLikeOneThatWasNot() throws Exception {
    Path whole = temp.resolve("whole");
    assertThat(start(whole).waitFor()).isZero();
    Path killed = temp.resolve("killed");
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 20; i++) {
      Process process = start(killed);
      process.waitFor(random.nextInt(300, 2200), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    assertThat(start(killed).waitFor()).isZero();
    assertThat(killed.resolve("stats.json")).hasSameTextualContentAs(whole.resolve("stats.json"));
    assertThat(Files.readAllLines(killed.resolve("episodes.jsonl")))
        .hasSameSizeAs(Files.readAllLines(whole.resolve("episodes.jsonl")));
  }

  private static Process start(Path folder) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "eval",
            "--suite",
            "saycan-dev",
            "--rates",
            "plan",
            "--say",
            "none",
            "--affordance",
            "analytic",
            "--steps",
            "3",
            "--out",
            folder.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(new File(folder + ".log"))
        .start();
  }
}
