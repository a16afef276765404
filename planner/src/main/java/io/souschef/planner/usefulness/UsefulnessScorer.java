package io.souschef.planner.usefulness;

import io.souschef.skills.GroundedSkill;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Say: a language model's view of the next skill. Used by one thread at a time.
 *
 * <pre>{@code
 * final class Likes implements UsefulnessScorer {
 *   public String name() {
 *     return "what I like";
 *   }
 *
 *   public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
 *     return skills.stream().mapToDouble(skill -> skill.isDone() ? -0.1 : -3).toArray();
 *   }
 *
 *   public void close() {}
 * }
 * }</pre>
 *
 * <p>An implementation extends {@code UsefulnessScorerContract} in its tests, and a {@link
 * LanguageModelProvider} brings it to the command line.
 */
public interface UsefulnessScorer extends AutoCloseable {

  /** Name of the model and its way of scoring, for traces and reports: "embedded (say.onnx)". */
  String name();

  /**
   * Log-probabilities of the skills' words as the next step.
   *
   * @return natural log p(skill text | prompt) for each skill, in order; finite or negative
   *     infinity, never above 0
   * @throws ScoringException when the model cannot answer, retries included
   */
  double[] score(PlanPrompt prompt, List<GroundedSkill> skills);

  /**
   * Exact scores of at least those skills that have the highest p(skill text | prompt) times can,
   * for when the rest does not matter. A model that can bound what it has not computed may leave
   * the others out; this default leaves out none.
   *
   * @param can P(success) in [0, 1] for each skill, in order
   * @return at least one score when there are skills, in the order of the skills
   * @throws ScoringException when the model cannot answer, retries included
   */
  default List<Scored> best(PlanPrompt prompt, List<GroundedSkill> skills, double[] can) {
    double[] logSay = score(prompt, skills);
    if (logSay.length != skills.size()) {
      throw new IllegalArgumentException(
          "Language model '%s' must answer with a score for each of %s skills, got %s"
              .formatted(name(), skills.size(), logSay.length));
    }
    return IntStream.range(0, logSay.length).mapToObj(i -> new Scored(i, logSay[i])).toList();
  }

  /**
   * The score of one skill.
   *
   * @param index of the skill in the list that was asked about
   * @param logSay natural log p(skill text | prompt)
   */
  record Scored(int index, double logSay) {}

  /** A prompt as this model is given it, as text, for traces and for people who want to see it. */
  default String worded(PlanPrompt prompt) {
    return prompt.words();
  }

  /**
   * Forgets earlier prompts, as if just opened: what is scored next then depends on nothing else,
   * to the last bit. A model that remembers nothing need not do anything.
   */
  default void forget() {}

  /**
   * Tokens that a server has read and written for this model so far; empty for a model that is in
   * this process.
   */
  default OptionalLong servedTokens() {
    return OptionalLong.empty();
  }

  @Override
  void close();
}
