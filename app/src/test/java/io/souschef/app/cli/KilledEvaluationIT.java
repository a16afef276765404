package io.souschef.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.CommandProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed again and again, each time without a chance to tidy up.
 *
 * <p>System property {@code souschef.kills} is how often (3 if not given), {@code
 * souschef.kills.eval} what is evaluated, in the options of {@code eval}.
 */
class KilledEvaluationIT {

  private static final int KILLS = Integer.getInteger("souschef.kills", 3);
  private static final List<String> OPTIONS =
      List.of(
          System.getProperty(
                  "souschef.kills.eval",
                  "--suite saycan-dev --rates plan --say none --affordance analytic --steps 3")
              .split(" "));

  /** About as long as an episode. */
  private static final long MOMENT_NS = 60_000_000;

  @TempDir Path temp;

  @Test
  void aRunKilledAtAnyMomentEndsLikeOneThatWasNot() throws Exception {
    Path whole = temp.resolve("whole");
    long start = System.nanoTime();
    assertThat(start(whole).waitFor()).isZero();
    long lasted = System.nanoTime() - start;
    int episodes = lines(whole).size();

    Path killed = temp.resolve("killed");
    SplittableRandom random = new SplittableRandom(9);
    List<Integer> progress = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      Process process = start(killed);
      // Some while it still starts, the others a little after some episodes more have ended.
      int more = random.nextInt(2 * episodes / KILLS + 1);
      if (more == 0) {
        process.waitFor(random.nextLong(lasted / 2), TimeUnit.NANOSECONDS);
      } else {
        int wanted = lines(killed).size() + more;
        while (process.isAlive() && lines(killed).size() < wanted) {
          Thread.sleep(1);
        }
        process.waitFor(random.nextLong(MOMENT_NS), TimeUnit.NANOSECONDS);
      }
      process.destroyForcibly().waitFor();
      progress.add(lines(killed).size());
    }
    assertThat(progress).as("episodes ended before each kill").anyMatch(ended -> ended > 0);
    assertThat(start(killed).waitFor()).isZero();
    System.out.printf(
        "%d kills, episodes ended before each: %s, in the end %d%n",
        KILLS, progress, lines(killed).size());
    assertThat(killed.resolve("stats.json")).hasSameTextualContentAs(whole.resolve("stats.json"));
    assertThat(lines(killed)).hasSameSizeAs(lines(whole));
    assertThat(names(killed.resolve("traces"))).isEqualTo(names(whole.resolve("traces")));
    assertThat(names(killed.resolve("pictures"))).isEqualTo(names(whole.resolve("pictures")));
  }

  private static List<String> lines(Path folder) throws IOException {
    Path log = folder.resolve("episodes.jsonl");
    return Files.exists(log) ? Files.readString(log).lines().toList() : List.of();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Process start(Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("eval"));
    arguments.addAll(OPTIONS);
    arguments.addAll(List.of("--out", folder.toString()));
    return CommandProcess.start(arguments, Path.of(folder + ".log"));
  }
}
