package io.souschef.planner.program;

import io.souschef.skills.world.Vocabulary;
import java.util.List;

/** What writes programs from instructions: a language model. Used by one thread at a time. */
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
    public Written {
      shorthand = List.copyOf(shorthand);
    }
  }
}
