package io.souschef.planner.program;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Vocabulary;
import java.util.List;

/** A language model that writes programs and ranks no skills. Closes the writer with itself. */
public final class WriterAlone implements UsefulnessScorer, ProgramWriter {

  private final ProgramWriter writer;

  public WriterAlone(ProgramWriter writer) {
    this.writer = writer;
  }

  @Override
  public String name() {
    return writer.name();
  }

  @Override
  public boolean isAble() {
    return writer.isAble();
  }

  @Override
  public List<Written> write(String instruction, Vocabulary vocabulary) {
    return writer.write(instruction, vocabulary);
  }

  @Override
  public String worded(String instruction) {
    return writer.worded(instruction);
  }

  /**
   * Ranks nothing.
   *
   * @throws ScoringException always
   */
  @Override
  public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
    throw new ScoringException(
        "Language model '%s' writes programs and ranks no skills; take --plan program"
            .formatted(name()));
  }

  @Override
  public void close() {
    writer.close();
  }
}
