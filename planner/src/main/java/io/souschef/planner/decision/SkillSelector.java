package io.souschef.planner.decision;

import io.souschef.skills.GroundedSkill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Chooses argmax p(skill | instruction, steps) p(success | state, skill): equation 1 of Ahn et al.,
 * arXiv 2204.01691. Stateless.
 */
public final class SkillSelector {

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::combined)
          .reversed()
          .thenComparing(Comparator.comparingDouble(Candidate::logSay).reversed())
          .thenComparing(candidate -> candidate.skill().text());

  /**
   * Combines the scores.
   *
   * @param logSay natural log-probabilities, one for each skill
   * @param can success probabilities, one for each skill
   * @throws IllegalArgumentException when there are no skills, lengths differ or a score is out of
   *     range
   */
  public Decision select(List<GroundedSkill> skills, double[] logSay, double[] can) {
    if (skills.isEmpty() || skills.size() != logSay.length || skills.size() != can.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Selection needs as many scores as skills and at least one, got %d skills, %d say, %d"
                  + " can",
              skills.size(),
              logSay.length,
              can.length));
    }
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logSay.length; i++) {
      check(skills.get(i), logSay[i], can[i]);
      highest = Math.max(highest, logSay[i]);
    }
    double offset = Double.isInfinite(highest) ? 0 : highest;
    double sum = 0;
    for (double value : logSay) {
      sum += Math.exp(value - offset);
    }
    List<Candidate> candidates = new ArrayList<>(skills.size());
    for (int i = 0; i < logSay.length; i++) {
      double say = sum == 0 ? 0 : Math.exp(logSay[i] - offset) / sum;
      candidates.add(new Candidate(skills.get(i), logSay[i], say, can[i], say * can[i]));
    }
    candidates.sort(BEST_FIRST);
    return new Decision(candidates.get(0), candidates, candidates.size());
  }

  private static void check(GroundedSkill skill, double logSay, double can) {
    if (Double.isNaN(logSay) || logSay > 1e-6) {
      throw new IllegalArgumentException(
          "Skill '%s' has log-probability %s; it must be at most 0".formatted(skill, logSay));
    }
    if (!(can >= 0 && can <= 1)) {
      throw new IllegalArgumentException(
          "Skill '%s' has success probability %s; it must lie in [0, 1]".formatted(skill, can));
    }
  }
}
