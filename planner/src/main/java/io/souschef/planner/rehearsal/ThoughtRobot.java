package io.souschef.planner.rehearsal;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Expectation;
import io.souschef.planner.program.Program;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.Guard;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.rule.Verdict;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A robot that is only thought of, in the world as it is believed: every skill does what it
 * declares, takes the time that it declares, and is refused by the guard of the robot itself. It
 * sees what is where it stands, as the other would. Used by one thread.
 */
public final class ThoughtRobot implements Robot {

  private final Vocabulary vocabulary;
  private final Guard guard;
  private final SkillRules rules;
  private final List<ObservedObject> unseen;
  private final Observation all;
  private final WorldSketch world;
  private double seconds;

  /**
   * A robot in a belief.
   *
   * @param unseen things that are in its world beside those that are known; it sees them when it
   *     looks where they are
   * @param guard what it will not do
   */
  public ThoughtRobot(Belief now, List<ObservedObject> unseen, Guard guard, SkillRules rules) {
    this.vocabulary = now.names().vocabulary();
    this.guard = guard;
    this.rules = rules;
    this.unseen = List.copyOf(unseen);
    Observation seen = now.observation();
    List<ObservedObject> objects = new ArrayList<>(seen.objects());
    objects.addAll(unseen);
    this.all =
        new Observation(seen.timeS(), seen.base(), seen.at(), seen.held(), objects, seen.places());
    this.world = now.sketch();
    unseen.forEach(thing -> world.add(Supposed.thing(thing, now.names())));
    now.memory().looked().forEach(world::lookedInto);
  }

  /** A robot in whose world there is all that a program needs, where that may be. */
  public static ThoughtRobot needing(
      Optional<Program> program, Belief now, Guard guard, SkillRules rules) {
    return new ThoughtRobot(
        now, program.map(known -> Supposed.of(known, now)).orElse(List.of()), guard, rules);
  }

  /** Robot time that was spent in thought, seconds. */
  public double seconds() {
    return seconds;
  }

  /** What was in its world at first beside what is known. */
  public List<ObservedObject> unseen() {
    return unseen;
  }

  /** The world as it is thought to be now; not to be changed. */
  public WorldSketch world() {
    return world;
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public Guard guard() {
    return guard;
  }

  @Override
  public Observation observe() {
    Observation now = Expectation.of(world, all, all.timeS() + seconds);
    return new Observation(
        now.timeS(),
        now.base(),
        now.at(),
        now.held(),
        now.objects().stream()
            .filter(object -> world.thing(object.id()).filter(thing -> thing.known()).isPresent())
            .toList(),
        now.places());
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    Optional<String> objection = guard.objection(skill, world);
    if (objection.isPresent()) {
      return new SkillResult.Failed(0, FailureReason.FORBIDDEN, Guard.sentence(objection.get()));
    }
    double took = rules.seconds(skill, world);
    seconds += took;
    return rules.apply(skill, world) instanceof Verdict.Impossible no
        ? new SkillResult.Failed(took, no.reason(), no.message())
        : new SkillResult.Succeeded(took, "Done in thought");
  }

  @Override
  public void cancel() {}

  @Override
  public void emergencyStop() {}

  @Override
  public void close() {}
}
