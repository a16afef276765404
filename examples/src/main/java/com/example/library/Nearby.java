package com.example.library;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import java.util.List;

/** An own value function: what is near works, what is far may not. */
public final class Nearby implements AffordanceFunction {

  @Override
  public String name() {
    return "nearby";
  }

  @Override
  public double[] values(Observation observation, Attempts earlier, List<GroundedSkill> skills) {
    return skills.stream().mapToDouble(skill -> value(observation, skill)).toArray();
  }

  private static double value(Observation observation, GroundedSkill skill) {
    Pose robot = observation.base();
    double metres =
        skill
            .place()
            .flatMap(observation::place)
            .map(PlaceState::place)
            .map(place -> place.pose().floorDistanceTo(robot))
            .or(
                () ->
                    skill.object().stream()
                        .flatMap(observation::objectsOf)
                        .map(ObservedObject::pose)
                        .map(pose -> pose.floorDistanceTo(robot))
                        .findFirst())
            .orElse(0.0);
    return 1 / (1 + 0.1 * metres);
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
