package io.souschef.planner.usefulness;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
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
  private Observation last;

  /**
   * Starts an episode.
   *
   * @param first what the robot perceives before the first step
   */
  public PromptHistory(String instruction, PlanPrompt.Style style, Observation first) {
    this.instruction = instruction;
    this.style = style;
    this.last = first;
    List<PlanPrompt.Seen> seen = sight(first);
    this.scene =
        style == PlanPrompt.Style.PAPER
            ? Optional.empty()
            : Optional.of(
                new PlanPrompt.Scene(first.at(), first.held().map(ObservedObject::kind), seen));
  }

  private PromptHistory(PromptHistory other) {
    this.instruction = other.instruction;
    this.style = other.style;
    this.scene = other.scene;
    this.steps.addAll(other.steps);
    this.sighted.addAll(other.sighted);
    this.last = other.last;
  }

  /** Another that is as this one is now and grows by itself. */
  public PromptHistory copy() {
    return new PromptHistory(this);
  }

  /** Adds a step and what came of it. */
  public void add(GroundedSkill skill, SkillResult result, Observation after) {
    List<PlanPrompt.Seen> seen = sight(after);
    Optional<PlanPrompt.Left> left = left(last, after);
    last = after;
    if (style == PlanPrompt.Style.PAPER) {
      steps.add(PlanPrompt.Step.of(skill.text()));
      return;
    }
    Optional<String> failure =
        result instanceof SkillResult.Failed failed
            ? Optional.of(failed.reason().words())
            : Optional.empty();
    steps.add(new PlanPrompt.Step(skill.text(), failure, seen, left));
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

  /** What is still where the hand, empty before, has taken something from. */
  private static Optional<PlanPrompt.Left> left(Observation before, Observation after) {
    if (before.held().isPresent() || after.held().isEmpty()) {
      return Optional.empty();
    }
    String taken = after.held().get().id();
    return before.objects().stream()
        .filter(object -> object.id().equals(taken))
        .flatMap(object -> object.place().stream())
        .findFirst()
        .flatMap(before::place)
        .map(
            state ->
                new PlanPrompt.Left(
                    state.place().where(),
                    after.objects().stream()
                        .filter(
                            object ->
                                object.place().filter(state.place().name()::equals).isPresent())
                        .map(ObservedObject::kind)
                        .toList()));
  }

  private static String where(ObservedObject object, Observation observation) {
    return object
        .place()
        .flatMap(observation::place)
        .map(PlaceState::place)
        .map(Place::where)
        .orElse("");
  }
}
