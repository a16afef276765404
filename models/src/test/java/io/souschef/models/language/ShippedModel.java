package io.souschef.models.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Sketches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;

/** Compares the ways of scoring on the weights that Souschef ships. */
final class ShippedModel {

  private static final List<String> WORDS =
      List.of(
          "please", "bring", "me", "the", "apple", "coke", "I", "spilled", "it", "and", "then",
          "throw", "away", "a", "healthy", "snack", "not", "table", "fridge", "could", "you");

  private final List<GroundedSkill> skills =
      SkillLibrary.standard()
          .ground(
              Sketches.vocabulary(),
              Sketches.observation(Sketches.object("coke-1", "coke", Sketches.TABLE)));
  private final Random random;
  private final EmbeddedLanguageModel model;

  ShippedModel(EmbeddedLanguageModel model, long seed) {
    this.model = model;
    this.random = new Random(seed);
  }

  /** Random prompts and sets of skills: every way must give the same scores, ranking and best. */
  void compare(int prompts, int candidates) {
    for (int i = 0; i < prompts; i++) {
      PlanPrompt prompt = prompt();
      List<GroundedSkill> some = new ArrayList<>(skills);
      Collections.shuffle(some, random);
      some = List.copyOf(some.subList(0, candidates));
      List<Integer> everyone = IntStream.range(0, candidates).boxed().toList();
      double[] naive = model.scoreSeparately(prompt, some, everyone, 1);
      double[] tree = model.score(prompt, some);
      double[] can = random.doubles(candidates).toArray();
      List<Scored> best = model.best(prompt, some, can);

      assertThat(tree).containsExactly(naive, Offset.offset(1e-4));
      assertThat(ranking(tree)).isEqualTo(ranking(naive));
      assertThat(best)
          .extracting(Scored::index)
          .contains(
              everyone.stream()
                  .max(Comparator.comparingDouble(k -> Math.exp(naive[k]) * can[k]))
                  .orElseThrow());
    }
  }

  private PlanPrompt prompt() {
    StringBuilder instruction = new StringBuilder();
    for (int i = 3 + random.nextInt(12); i > 0; i--) {
      instruction.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    List<PlanPrompt.Step> steps = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      steps.add(
          new PlanPrompt.Step(
              skills.get(random.nextInt(skills.size())).text(),
              random.nextInt(4) == 0 ? Optional.of("not found") : Optional.empty(),
              List.of(),
              random.nextInt(4) == 0
                  ? Optional.of(new PlanPrompt.Left("on the table", List.of("coke", "sponge")))
                  : Optional.empty()));
    }
    Optional<PlanPrompt.Scene> scene =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(
                new PlanPrompt.Scene(
                    Optional.of("table"),
                    Optional.empty(),
                    List.of(new PlanPrompt.Seen("coke", "on the table"))));
    return new PlanPrompt(instruction.toString(), scene, steps);
  }

  private static List<Integer> ranking(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
        .toList();
  }
}
