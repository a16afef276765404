package io.souschef.planner.program;

import io.souschef.skills.world.Vocabulary;
import java.util.List;

/**
 * What writes programs from instructions: a language model. Used by one thread at a time.
 *
 * <pre>{@code
 * final class AlwaysTea implements ProgramWriter {
 *   public String name() {
 *     return "always tea";
 *   }
 *
 *   public List<Written> write(String instruction, Vocabulary vocabulary) {
 *     List<String> lines = List.of("bring tea", "done");
 *     return List.of(new Written(Shorthand.parse(lines), lines, 1));
 *   }
 *
 *   public void close() {}
 * }
 * }</pre>
 *
 * <p>{@link WriterAlone} makes a language model of one for the command line.
 */
public interface ProgramWriter extends AutoCloseable {

  /** Name of the model, for traces and reports. */
  String name();

  /** Whether this model was taught to write programs. */
  default boolean isAble() {
    return true;
  }

  /**
   * The likeliest programs for an instruction, best first, no two alike.
   *
   * @param vocabulary the words of the robot: names that may be spoken of beside those of the
   *     instruction
   * @return possibly none, where nothing legal is likely
   * @throws io.souschef.planner.usefulness.ScoringException when the model cannot answer
   */
  List<Written> write(String instruction, Vocabulary vocabulary);

  /** What this model is given for an instruction, as text, for traces and for people. */
  default String worded(String instruction) {
    return instruction;
  }

  @Override
  void close();

  /**
   * A program with its probability.
   *
   * @param program what may be meant
   * @param shorthand the lines it was written in
   * @param probability p(program | instruction) in [0, 1], over all texts the model could write
   */
  record Written(Program program, List<String> shorthand, double probability) {
    /** What a sum of logarithms may be off by. */
    private static final double ROUNDING = 1e-6;

    public Written {
      if (!(probability >= 0 && probability <= 1 + ROUNDING)) {
        throw new IllegalArgumentException(
            "A program's probability must lie in [0, 1], got " + probability);
      }
      shorthand = List.copyOf(shorthand);
    }
  }
}
