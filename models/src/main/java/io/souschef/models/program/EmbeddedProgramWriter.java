package io.souschef.models.program;

import io.souschef.planner.program.ProgramWriter.Written;
import io.souschef.skills.world.Attributes;
import io.souschef.skills.world.Vocabulary;
import java.util.List;

/** Writes programs with the embedded model's next tokens. Used by one thread at a time. */
public final class EmbeddedProgramWriter {

  private final Tokens tokens;
  private final int[] common;
  private final int width;

  /**
   * A writer.
   *
   * @param common token ids over which probabilities are normalised
   * @param width programs that are followed side by side, at least 1
   */
  public EmbeddedProgramWriter(Tokens tokens, int[] common, int width) {
    this.tokens = tokens;
    this.common = common.clone();
    this.width = width;
  }

  /** The likeliest programs, best first. */
  public List<Written> write(String instruction, Vocabulary vocabulary, NextTokens model) {
    Grammar grammar =
        new Grammar(
            WordsOfProgram.names(instruction, vocabulary),
            Attributes.OF_THINGS,
            WordsOfProgram.places(instruction, vocabulary),
            Attributes.OF_PLACES,
            tokens);
    return new ProgramBeam(tokens, width).search(grammar, model, common);
  }
}
