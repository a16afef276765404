package io.souschef.app.evaluation;

import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A language model of whose programs each is written once for a run: an instruction is tried with
 * several seeds, in the plan and in the physics, and every attempt would be written the same, since
 * models forget before each. Used by one thread at a time; what is remembered is shared by all.
 */
final class RememberedPrograms implements UsefulnessScorer, ProgramWriter {

  private static final int MOST = 4096;

  /** What a program depends on: two models with one name differ by their hash. */
  private record Asked(String model, String instruction, Vocabulary vocabulary) {}

  private static final Map<Asked, List<Written>> REMEMBERED =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, List<Written>> eldest) {
          return size() > MOST;
        }
      };

  private final String model;
  private final UsefulnessScorer scorer;
  private final ProgramWriter writer;

  private <T extends UsefulnessScorer & ProgramWriter> RememberedPrograms(String model, T both) {
    this.model = model;
    this.scorer = both;
    this.writer = both;
  }

  /**
   * A model whose programs are remembered. It must write the same whenever it is asked the same.
   *
   * @param model name and hash
   */
  static <T extends UsefulnessScorer & ProgramWriter> RememberedPrograms of(String model, T both) {
    return new RememberedPrograms(model, both);
  }

  @Override
  public String name() {
    return scorer.name();
  }

  @Override
  public boolean isAble() {
    return writer.isAble();
  }

  @Override
  public List<Written> write(String instruction, Vocabulary vocabulary) {
    Asked asked = new Asked(model, instruction, vocabulary);
    List<Written> known;
    synchronized (REMEMBERED) {
      known = REMEMBERED.get(asked);
    }
    if (known == null) {
      known = List.copyOf(writer.write(instruction, vocabulary));
      synchronized (REMEMBERED) {
        REMEMBERED.put(asked, known);
      }
    }
    return known;
  }

  @Override
  public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
    return scorer.score(prompt, skills);
  }

  @Override
  public List<Scored> best(PlanPrompt prompt, List<GroundedSkill> skills, double[] can) {
    return scorer.best(prompt, skills, can);
  }

  @Override
  public void forget() {
    scorer.forget();
  }

  @Override
  public void close() {
    scorer.close();
  }
}
