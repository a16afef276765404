package io.souschef.training.affordance.rollout;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.perception.SensorNoise;
import io.souschef.sim.physics.part.PhysicsFault;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.FailureReason;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Random scenes of a kitchen in the physical simulator, with the robot's usual noisy senses. */
public final class SimulatedWorlds implements RolloutWorld.Source {

  private final RolloutScenes scenes;
  private final FloorPlan floor;

  public SimulatedWorlds(Kitchen kitchen) {
    scenes = new RolloutScenes(kitchen);
    floor = FloorPlan.of(kitchen);
  }

  @Override
  public RolloutWorld create(long seed) {
    return new World(new SimulatedRobot(scenes.scene(seed), floor, SensorNoise.STANDARD, seed));
  }

  private record World(SimulatedRobot body) implements RolloutWorld {

    @Override
    public Robot robot() {
      return new Guarded(body);
    }

    @Override
    public Set<String> kinds() {
      return body.worldState().objects().stream()
          .map(object -> object.kind().noun())
          .collect(Collectors.toSet());
    }

    @Override
    public RolloutWorld fork() {
      return new World(body.fork());
    }

    @Override
    public void close() {
      body.close();
    }
  }

  /** A world that blows up is a fault of the machine: no statement about the skill. */
  private static final class Guarded extends ForwardingRobot {

    Guarded(Robot robot) {
      super(robot);
    }

    @Override
    public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
      try {
        return super.execute(skill, progress);
      } catch (PhysicsFault fault) {
        return new SkillResult.Failed(0, FailureReason.ROBOT_FAULT, fault.getMessage() + "");
      }
    }
  }
}
