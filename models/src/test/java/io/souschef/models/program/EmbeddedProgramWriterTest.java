package io.souschef.models.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.program.ProgramWriter.Written;
import io.souschef.planner.program.Shorthand;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedProgramWriterTest {

  private static final Vocabulary KITCHEN =
      new Vocabulary(
          List.of(
              new Vocabulary.Kind(
                  "coke", "cokes", true, Set.of("drink"), List.of("Coca-Cola", "7-up")),
              new Vocabulary.Kind("rice chips", "rice chips", true, Set.of("snack"), List.of())),
          List.of(
              new Place("near counter", Place.Kind.SURFACE, Pose.upright(0, 0, 0, 0), 1, 1),
              new Place("fridge", Place.Kind.CLOSABLE, Pose.upright(0, 0, 0, 0), 1, 1)));

  private final Words words = new Words();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whateverAModelBabblesOnlyLegalProgramsComeOut(long seed) {
    babbleOf("bring the gizmos to the near counter, or else", new SplittableRandom(seed));
  }

  /** Requests may consist of the very words that programs are made of. */
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39})
  void wordsThatMeanSomethingInProgramsMakeNoneIllegal(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] signs =
        ("bring move any the same it near thing all each different 2 7 two if min not exists done"
                + " else end tell held open > @ ! + - . nothing ask things 3s free user")
            .split(" ");
    StringBuilder request = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      request.append(signs[random.nextInt(signs.length)]).append(' ');
    }
    babbleOf(request.toString(), random);
  }

  private void babbleOf(String instruction, SplittableRandom random) {
    // A babbler that tends to end lines, so that programs become whole.
    int period = words.encode(".")[0];
    int done = words.encode("done")[0];
    List<Written> programs =
        writer()
            .write(
                instruction,
                KITCHEN,
                (beginnings, outputs) -> {
                  double[][] logs = new double[beginnings.size()][outputs.length];
                  for (double[] row : logs) {
                    for (int i = 0; i < row.length; i++) {
                      boolean ends = outputs[i] == period || outputs[i] == done;
                      row[i] = -5 * random.nextDouble() - (ends ? 0 : 1);
                    }
                  }
                  return logs;
                });

    assertThat(programs).isNotEmpty();
    assertThat(programs)
        .allSatisfy(
            written -> {
              assertThat(Shorthand.parse(written.shorthand())).isEqualTo(written.program());
              assertThat(written.probability()).isBetween(0.0, 1.0);
            });
    assertThat(programs).extracting(Written::program).doesNotHaveDuplicates();
  }

  @Test
  void theLikeliestProgramIsTheOneThatTheModelHasInMind() {
    List<String> mind =
        List.of("if exists gizmo @ fridge", "bring same gizmo", "else", "chat", "end", "done");
    int[] wanted =
        mind.stream().flatMapToInt(line -> Arrays.stream(words.encode(line + " ."))).toArray();

    List<Written> programs =
        writer()
            .write(
                "any gizmos?",
                KITCHEN,
                (beginnings, outputs) -> {
                  double[][] logs = new double[beginnings.size()][outputs.length];
                  for (int i = 0; i < logs.length; i++) {
                    int[] said = beginnings.get(i);
                    boolean follows =
                        said.length < wanted.length
                            && Arrays.equals(said, Arrays.copyOf(wanted, said.length));
                    for (int j = 0; j < outputs.length; j++) {
                      logs[i][j] = follows && outputs[j] == wanted[said.length] ? -0.01 : -6;
                    }
                  }
                  return logs;
                });

    assertThat(programs.get(0).shorthand()).isEqualTo(mind);
    assertThat(programs.get(0).probability())
        .isCloseTo(Math.exp(-0.01 * wanted.length), org.assertj.core.api.Assertions.within(1e-9));
  }

  private EmbeddedProgramWriter writer() {
    return new EmbeddedProgramWriter(words, new int[0], 6);
  }

  /** One token for each word. */
  private static final class Words implements Tokens {
    private final List<String> known = new ArrayList<>();

    @Override
    public int[] encode(String text) {
      return Arrays.stream(text.strip().split("\\s+"))
          .mapToInt(
              word -> {
                if (!known.contains(word)) {
                  known.add(word);
                }
                return known.indexOf(word);
              })
          .toArray();
    }

    @Override
    public String decode(int... ids) {
      return String.join(" ", IntStream.of(ids).mapToObj(known::get).toList());
    }
  }
}
