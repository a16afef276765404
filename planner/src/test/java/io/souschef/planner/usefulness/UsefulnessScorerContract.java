package io.souschef.planner.usefulness;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Sketches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link UsefulnessScorer} keeps. */
public abstract class UsefulnessScorerContract {

  private final Observation observation =
      Sketches.observation(Sketches.object("coke-1", "coke", Sketches.TABLE));
  private final List<GroundedSkill> skills =
      SkillLibrary.standard().ground(Sketches.vocabulary(), observation);
  private final PlanPrompt prompt =
      new PlanPrompt(
          "bring me a coke", Optional.empty(), List.of(PlanPrompt.Step.of("find a coke")));
  private UsefulnessScorer scorer;

  protected abstract UsefulnessScorer create();

  /** Largest difference allowed between two ways to the same score. */
  protected double tolerance() {
    return 1e-4;
  }

  @BeforeEach
  void createScorer() {
    scorer = create();
  }

  @AfterEach
  void closeScorer() {
    scorer.close();
  }

  @Test
  void everySkillGetsALogProbability() {
    double[] scores = scorer.score(prompt, skills);
    assertThat(scores).hasSize(skills.size());
    for (double score : scores) {
      assertThat(score).isLessThanOrEqualTo(0).isNotNaN();
    }
  }

  @Test
  void theOrderOfTheSkillsDoesNotMatter() {
    List<GroundedSkill> reversed = new ArrayList<>(skills);
    Collections.reverse(reversed);
    double[] forward = scorer.score(prompt, skills);
    double[] backward = scorer.score(prompt, reversed);
    for (int i = 0; i < forward.length; i++) {
      assertThat(backward[forward.length - 1 - i])
          .isCloseTo(forward[i], Offset.offset(tolerance()));
    }
  }

  @Test
  void theBestIsAmongThoseThatWereScoredForIt() {
    RandomGenerator random = new Random(3);
    double[] can = random.doubles(skills.size()).map(p -> p < 0.2 ? 0 : p).toArray();
    double[] all = scorer.score(prompt, skills);
    int best =
        IntStream.range(0, all.length)
            .boxed()
            .max(Comparator.comparingDouble(i -> Math.exp(all[i]) * can[i]))
            .orElseThrow();

    List<UsefulnessScorer.Scored> scored = scorer.best(prompt, skills, can);

    assertThat(scored).extracting(UsefulnessScorer.Scored::index).contains(best).isSorted();
    assertThat(scored)
        .allSatisfy(
            s -> assertThat(s.logSay()).isCloseTo(all[s.index()], Offset.offset(tolerance())));
  }

  @Test
  void earlierPromptsLeaveNoTrace() {
    double[] fresh = scorer.score(prompt, skills);
    scorer.score(new PlanPrompt("wipe the table", Optional.empty(), List.of()), skills);
    assertThat(scorer.score(prompt, skills)).containsExactly(fresh, Offset.offset(tolerance()));
  }
}
