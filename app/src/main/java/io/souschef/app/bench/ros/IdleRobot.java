package io.souschef.app.bench.ros;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** A robot whose skills take no time at all: what remains is the way to it and back. */
final class IdleRobot implements Robot {

  static final GroundedSkill SKILL =
      new GroundedSkill("go_to", "go to the table", "go to the place", Map.of("place", "table"));

  private static final Place TABLE =
      new Place("table", Place.Kind.SURFACE, Pose.upright(1, 0, 0.75, 0), 1.2, 0.8);

  private double timeS;

  @Override
  public Vocabulary vocabulary() {
    return new Vocabulary(List.of(new Vocabulary.Kind("coke", "cokes", true)), List.of(TABLE));
  }

  @Override
  public Observation observe() {
    return new Observation(
        timeS,
        Pose.upright(0, 0, 0, 0),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(new PlaceState(TABLE, Optional.empty(), OptionalDouble.empty())));
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    timeS++;
    progress.accept(new Progress("moving", 0.5, 0.5));
    return new SkillResult.Succeeded(1, "there");
  }

  @Override
  public void cancel() {}

  @Override
  public void emergencyStop() {}

  @Override
  public void close() {}
}
