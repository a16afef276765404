package io.souschef.models.program;

import io.souschef.planner.program.Program;
import io.souschef.planner.program.ProgramWriter.Written;
import io.souschef.planner.program.Shorthand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Beam search for the likeliest legal programs. Used by one thread. */
final class ProgramBeam {

  private static final int LONGEST = 220;

  /** What is this much less likely (ln) than the best whole program is not gone on with. */
  private static final double HOPELESS = 7;

  private final Tokens tokens;
  private final int width;

  ProgramBeam(Tokens tokens, int width) {
    this.tokens = tokens;
    this.width = width;
  }

  /**
   * Searches.
   *
   * @param common token ids over which probabilities are normalised beside the grammar's own
   */
  List<Written> search(Grammar grammar, NextTokens model, int[] common) {
    int[] outputs =
        IntStream.concat(Arrays.stream(grammar.alphabet()), Arrays.stream(common))
            .sorted()
            .distinct()
            .toArray();
    List<Hypothesis> beam = List.of(Hypothesis.start(grammar));
    List<Hypothesis> whole = new ArrayList<>();
    for (int length = 0; length < LONGEST && !beam.isEmpty(); length++) {
      double[][] next = model.after(beam.stream().map(Hypothesis::tokens).toList(), outputs);
      List<Hypothesis> longer = new ArrayList<>();
      for (int i = 0; i < beam.size(); i++) {
        Hypothesis hypothesis = beam.get(i);
        for (int token : hypothesis.allowed()) {
          double log = next[i][Arrays.binarySearch(outputs, token)];
          if (log > -2 * HOPELESS) {
            longer.add(hypothesis.with(token, log, tokens));
          }
        }
      }
      longer.sort(Comparator.comparingDouble(Hypothesis::logProbability).reversed());
      List<Hypothesis> kept = new ArrayList<>();
      for (Hypothesis hypothesis : longer) {
        if (hypothesis.isWhole()) {
          whole.add(hypothesis);
        } else if (kept.size() < width) {
          kept.add(hypothesis);
        }
      }
      double best =
          whole.stream().mapToDouble(Hypothesis::logProbability).max().orElse(-1e9) - HOPELESS;
      int enough = width;
      kept.removeIf(h -> h.logProbability() < best);
      beam = whole.size() >= 2 * enough ? List.of() : kept;
    }
    return written(whole);
  }

  /** Programs that mean the same are one, with the sum of their probabilities. */
  private static List<Written> written(List<Hypothesis> whole) {
    Map<Program, Written> programs = new LinkedHashMap<>();
    whole.sort(Comparator.comparingDouble(Hypothesis::logProbability).reversed());
    for (Hypothesis hypothesis : whole) {
      Program program = Shorthand.parse(hypothesis.lines());
      double probability = Math.exp(hypothesis.logProbability());
      programs.merge(
          program,
          new Written(program, hypothesis.lines(), probability),
          (a, b) ->
              new Written(
                  a.program(), a.shorthand(), Math.min(1, a.probability() + b.probability())));
    }
    return programs.values().stream()
        .sorted(Comparator.comparingDouble(Written::probability).reversed())
        .toList();
  }
}
