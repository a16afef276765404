package io.souschef.planner.program.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.program.script.ProgramFuzzer.Kind;
import io.souschef.planner.program.script.ScriptReader.Reading;
import io.souschef.planner.program.script.run.Ending;
import io.souschef.planner.program.script.run.Limits;
import io.souschef.planner.program.script.run.ScriptRun;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reads and runs texts of all kinds on a robot that records what it is told: briefly in every
 * build, and for long by {@code mvn -pl planner -am verify -Dit.test=none -Dtest=FuzzTest
 * -Dsouschef.fuzz=100000 -Dsouschef.reliability=../docs/reliability.md}, which also writes that
 * page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {

  private static final long SEED = 11;
  private static final int COUNT = Integer.getInteger("souschef.fuzz", 2_100);

  private final ScriptReader reader = TestKitchen.reader();
  private final List<String> rows = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Kind.class)
  // A guard against texts that never end, far beyond what the longest run takes.
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void anyTextIsEitherRefusedWithoutATraceOrRunsToAnEnding(Kind kind) {
    SplittableRandom random = new SplittableRandom(SEED + kind.name().hashCode());
    ProgramFuzzer fuzzer = new ProgramFuzzer(random);
    int texts = (COUNT + Kind.values().length - 1) / Kind.values().length;
    Tally tally = new Tally();
    for (int i = 0; i < texts; i++) {
      run(fuzzer.next(kind), random.nextInt(3) == 0, tally);
    }
    if (kind == Kind.GRAMMAR) {
      assertThat(tally.ran).isEqualTo(texts);
    } else if (kind == Kind.PROGRAMS || kind == Kind.CHANGED_GRAMMAR) {
      assertThat(tally.ran).isBetween(texts / 20, texts - 1);
    }
    rows.add(
        String.format(
            Locale.ROOT,
            "| %s | %,d | %,d | %,d | %,d | %,d | 0 |",
            kind.words(),
            texts,
            texts - tally.ran,
            tally.ran,
            tally.limited,
            tally.acts));
  }

  /** What happened. */
  private static final class Tally {
    private int ran;
    private int limited;
    private int acts;
  }

  private void run(String script, boolean fails, Tally tally) {
    Reading reading = reader.read(script);
    assertThat(reading.script().isPresent()).as(script).isEqualTo(reading.problems().isEmpty());
    if (reading.script().isEmpty()) {
      return;
    }
    FakeExecutive executive =
        new FakeExecutive()
            .put("cup", "table")
            .put("coke", "fridge")
            .put("tea", "table")
            .answering("tea");
    if (fails) {
      executive.failing.add("cup");
    }
    Ending ending =
        new ScriptRun(Limits.STANDARD, InstantSource.system(), at -> {})
            .run(reading.script().get(), executive);
    assertThat(ending.message()).as(script).isNotEmpty();
    assertThat(executive.log.size()).isLessThanOrEqualTo(2 * Limits.STANDARD.calls());
    // What was done was checked: every act is a script that passes the check by itself, and every
    // skill is one of the library, with words of the kitchen.
    executive.acts.forEach(
        act ->
            assertThat(reader.read(io.souschef.planner.program.Script.of(act)).report())
                .as(script)
                .isEmpty());
    executive.skills.forEach(skill -> assertThat(isOfLibrary(skill)).as(script).isTrue());
    tally.ran++;
    tally.limited += ending.kind() == Ending.Kind.LIMIT ? 1 : 0;
    tally.acts += executive.acts.size() + executive.skills.size();
  }

  private static boolean isOfLibrary(GroundedSkill skill) {
    return TestKitchen.LIBRARY.templates().stream()
        .filter(template -> template.action().equals(skill.action()))
        .anyMatch(
            template ->
                template.arguments().entrySet().stream()
                    .allMatch(
                        argument ->
                            SkillLibrary.values(argument.getValue(), TestKitchen.VOCABULARY)
                                .contains(skill.arguments().get(argument.getKey()))));
  }

  @AfterAll
  void report() throws IOException {
    String page = System.getProperty("souschef.reliability");
    if (page != null) {
      FuzzFigures.write(Path.of(page), rows, COUNT, SEED);
    }
  }
}
