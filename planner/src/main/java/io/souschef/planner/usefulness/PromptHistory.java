package io.souschef.planner.usefulness;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.PlaceState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Grows a {@link PlanPrompt} as an episode goes on. Used by one thread. */
public final class PromptHistory {

  private final String instruction;
  private final PlanPrompt.Style style;
  private final Optional<PlanPrompt.Scene> scene;
  private final List<PlanPrompt.Step> steps = new ArrayList<>();
  private final Set<String> sighted = new HashSet<>();

  /**
   * Starts an episode.
   *
   * @param first what the robot perceives before the first step
   */
  public PromptHistory(String instruction, PlanPrompt.Style style, Observation first) {
    this.instruction = instruction;
    this.style = style;
    List<PlanPrompt.Seen> seen = sight(first);
    this.scene =
        style == PlanPrompt.Style.PAPER
            ? Optional.empty()
            : Optional.of(
                new PlanPrompt.Scene(first.at(), first.held().map(ObservedObject::kind), seen));
  }

  /** Adds a step and what came of it. */
  public void add(GroundedSkill skill, SkillResult result, Observation after) {
    List<PlanPrompt.Seen> seen = sight(after);
    if (style == PlanPrompt.Style.PAPER) {
      steps.add(new PlanPrompt.Step(skill.text(), Optional.empty(), List.of()));
      return;
    }
    Optional<String> failure =
        result instanceof SkillResult.Failed failed
            ? Optional.of(failed.reason().words())
            : Optional.empty();
    steps.add(new PlanPrompt.Step(skill.text(), failure, seen));
  }

  public PlanPrompt prompt() {
    return new PlanPrompt(instruction, scene, steps);
  }

  /** Objects not sighted before, in the order of their tracks. */
  private List<PlanPrompt.Seen> sight(Observation observation) {
    observation.held().ifPresent(held -> sighted.add(held.id()));
    return observation.objects().stream()
        .filter(object -> sighted.add(object.id()))
        .map(object -> new PlanPrompt.Seen(object.kind(), where(object, observation)))
        .toList();
  }

  private static String where(ObservedObject object, Observation observation) {
    return object
        .place()
        .flatMap(observation::place)
        .map(PlaceState::place)
        .map(place -> place.kind().preposition() + " the " + place.name())
        .orElse("");
  }
}
