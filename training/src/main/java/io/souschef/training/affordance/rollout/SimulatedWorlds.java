package io.souschef.training.affordance.rollout;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.sim.physics.part.PhysicsFault;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.training.affordance.home.RandomHomes;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Random scenes in the physical simulator, with the robot's usual noisy senses. */
public final class SimulatedWorlds implements RolloutWorld.Source {

  private record Home(RolloutScenes scenes, FloorPlan floor) {

    static Home of(Kitchen kitchen) {
      return new Home(new RolloutScenes(kitchen), FloorPlan.of(kitchen));
    }
  }

  private final LongFunction<Home> homes;

  private SimulatedWorlds(LongFunction<Home> homes) {
    this.homes = homes;
  }

  /** Every scene in the same kitchen. */
  public static SimulatedWorlds in(Kitchen kitchen) {
    Home home = Home.of(kitchen);
    return new SimulatedWorlds(seed -> home);
  }

  /** Every scene in a home of its own, drawn at random. */
  public static SimulatedWorlds elsewhere() {
    RandomHomes homes = new RandomHomes();
    return new SimulatedWorlds(seed -> Home.of(homes.home(seed)));
  }

  @Override
  public RolloutWorld create(long seed) {
    Home home = homes.apply(seed);
    return new World(
        new SimulatedRobot(home.scenes().scene(seed), home.floor(), SensorNoise.STANDARD, seed));
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
