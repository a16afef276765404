package io.souschef.app.reliability;

import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.evaluation.ResultsDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Attacks what is read and shown: briefly in every build, and for long by {@code mvn -pl app -am
 * verify -Dtest=ReliabilityTest -Dsouschef.fuzz=20000
 * -Dsouschef.reliability=../docs/reliability.md}, which also writes that page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReliabilityTest {

  private static final long SEED = 12;
  private static final int INPUTS = Integer.getInteger("souschef.fuzz", 120);

  @TempDir private static Path folder;

  private final List<String> rows = new ArrayList<>();

  List<Attack> attacks() throws IOException {
    return new Attacks(folder).all();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void everyInputIsReadOrRefusedInASentence(Attack attack) throws Throwable {
    int inputs = (int) Math.max(1, INPUTS * attack.weight());
    int refused = 0;
    for (int i = 0; i < inputs; i++) {
      // A seed of its own, so that a failure is found again by its number alone.
      Random random = new Random(SEED * 1_000_003 + i);
      try {
        refused += attack.trial().run(random) ? 1 : 0;
      } catch (Throwable e) {
        throw new AssertionError("%s, input %d of seed %d".formatted(attack, i, SEED), e);
      }
    }
    rows.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | %,d | %,d | %s | 0 |",
            attack.target(),
            attack.how(),
            inputs,
            refused,
            attack.promise()));
  }

  @AfterAll
  void report() {
    String page = System.getProperty("souschef.reliability");
    if (page == null) {
      return;
    }
    String table =
        "| attacked | with | inputs | refused | promise | broken |\n|---|---|---:|---:|---|---:|\n"
            + String.join("\n", rows)
            + "\n";
    ResultsDocument.write(
        Path.of(page),
        new ResultsDocument.Section(
            "inputs",
            "What is read and shown",
            table,
            "mvn -pl app -am verify -Dit.test=none -Dtest=ReliabilityTest -Dsouschef.fuzz="
                + INPUTS
                + " -Dsouschef.reliability=../docs/reliability.md",
            Long.toString(SEED),
            ProcessFacts.machine()));
  }
}
