package io.souschef.app.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.evaluation.ResultsDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The physics under load: skills, doors and falls, a few scenes in every build and for long by
 * {@code mvn -pl app -am verify -Dtest=none -Dit.test=KitchenSoakIT -Dsouschef.soak=200
 * -Dsouschef.reliability=../docs/reliability.md}, which also writes that page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KitchenSoakIT {

  private static final int SCENES = Integer.getInteger("souschef.soak", 3);
  private static final int SKILLS = 80;
  private static final int ACTIONS = 13;

  private final List<String> rows = new ArrayList<>();

  @Test
  void nothingGoesThroughAnythingWhateverTheRobotDoes() {
    SkillTrials trials = new SkillTrials();
    for (int seed = 1; seed <= SCENES; seed++) {
      trials.run(seed, SKILLS);
    }
    trials
        .tried()
        .forEach(
            (action, tried) ->
                row(
                    "skill " + action,
                    "at random in %s full kitchens, half of the hands full".formatted(SCENES),
                    tried,
                    trials.worked(action),
                    "nothing goes into or through anything",
                    trials.broken(action)));
    assertThat(trials.faults()).isEmpty();
    assertThat(trials.tried()).hasSize(ACTIONS);
    assertThat(trials.tried().values()).allMatch(tried -> tried >= SCENES);
  }

  /**
   * A tipping box, a bottle turned upright beside a counter, things from the floor over the robot's
   * own base, arms on their way back from drawers, a can pressed against a drawer's front.
   */
  @ParameterizedTest
  @ValueSource(longs = {11, 13, 35, 57, 60, 75, 103})
  void scenesInWhichSomethingWasOncePressedIntoSomething(long seed) {
    SkillTrials trials = new SkillTrials();
    trials.run(seed, SKILLS);
    assertThat(trials.faults()).isEmpty();
  }

  @Test
  void everyDoorAndDrawerOpensAndClosesAtTheFirstTryWhateverIsInIt() {
    DoorTrials trials = new DoorTrials();
    for (int seed = 1; seed <= SCENES; seed++) {
      trials.run(seed);
    }
    int failed = trials.failures().size();
    row(
        "doors and drawers",
        "opened and closed, empty to full, things put in, others open",
        trials.tries(),
        trials.tries() - failed,
        "98% at the first try",
        failed);
    assertThat(trials.tries()).isEqualTo(4 * SCENES);
    assertThat(failed).as("%s", trials.failures()).isLessThanOrEqualTo(trials.tries() / 50);
  }

  @Test
  void whatFallsStaysOnWhatItFallsOn() {
    DropTrials trials = new DropTrials();
    for (int seed = 1; seed <= SCENES; seed++) {
      trials.run(seed);
    }
    row(
        "falls",
        "every kind of thing from up to 3 m, turned in any way",
        trials.dropped(),
        trials.dropped() - trials.faults().size(),
        "nothing goes into or through a board",
        trials.faults().size());
    assertThat(trials.faults()).isEmpty();
    assertThat(trials.dropped()).isGreaterThan(40 * SCENES);
  }

  private void row(String what, String how, int tried, int worked, String promise, int broken) {
    rows.add(
        String.format(
            Locale.ROOT,
            "| %s | %s | %,d | %,d (%.1f%%) | %s | %d |",
            what,
            how,
            tried,
            worked,
            100.0 * worked / tried,
            promise,
            broken));
  }

  @AfterAll
  void report() {
    String page = System.getProperty("souschef.reliability");
    if (page == null) {
      return;
    }
    String table =
        "| what | how | tried | worked | promise | broken |\n|---|---|---:|---:|---|---:|\n"
            + String.join("\n", new TreeSet<>(rows))
            + "\n";
    ResultsDocument.write(
        Path.of(page),
        new ResultsDocument.Section(
            "physics",
            "The physics",
            table,
            "mvn -pl app -am verify -Dtest=none -Dit.test=KitchenSoakIT -Dsouschef.soak="
                + SCENES
                + " -Dsouschef.reliability=../docs/reliability.md",
            "1 to " + SCENES,
            ProcessFacts.machine()));
  }
}
