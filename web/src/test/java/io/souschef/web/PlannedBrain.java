package io.souschef.web;

import io.souschef.planner.Instruction;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.web.live.mind.Brain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The real planner with a language model that only says what stands in the instruction: skills with
 * semicolons between. An instruction that ends in a question mark is asked back, and the answer is
 * carried out.
 */
public final class PlannedBrain implements Brain {

  private volatile BiFunction<String, List<String>, Optional<String>> user =
      (question, choices) -> Optional.empty();

  /** One that asks those who look on. */
  public static PlannedBrain asking(User people) {
    PlannedBrain brain = new PlannedBrain();
    brain.asks(people::ask);
    return brain;
  }

  /** Sets who is asked. */
  public void asks(BiFunction<String, List<String>, Optional<String>> people) {
    user = people;
  }

  @Override
  public EpisodeEvent.Ended run(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> listener) {
    String text = instruction.text();
    if (text.endsWith("?")) {
      text =
          user.apply("What shall I go to?", List.of("go to the table", "go to the sink"))
              .orElse("done");
    }
    List<String> plan = List.of(text.split("; *"));
    return new SayCanPlanner(
            SkillLibrary.standard(),
            new Reciter(plan),
            AffordanceFunction.none(),
            new SayCanPlanner.Settings(PlanPrompt.Style.SCENE, 20),
            System::nanoTime)
        .run(instruction, robot, about, listener);
  }

  private record Reciter(List<String> plan) implements UsefulnessScorer {

    @Override
    public String name() {
      return "a plan by heart";
    }

    @Override
    public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
      int done = prompt.steps().size();
      String next = done < plan.size() ? plan.get(done) : GroundedSkill.DONE;
      return skills.stream()
          .mapToDouble(
              skill -> skill.text().equals(next) ? Math.log(0.75) : Math.log(0.25 / skills.size()))
          .toArray();
    }

    @Override
    public void close() {}
  }
}
