package io.souschef.sim.behavior;

import io.souschef.sim.behavior.handling.PickUp;
import io.souschef.sim.behavior.handling.PutDown;
import io.souschef.sim.behavior.reach.Grasp;
import io.souschef.sim.behavior.reach.GraspCandidates;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.skill.Bring;
import io.souschef.sim.behavior.skill.Find;
import io.souschef.sim.behavior.skill.GoTo;
import io.souschef.sim.behavior.skill.KnockOver;
import io.souschef.sim.behavior.skill.MoveNear;
import io.souschef.sim.behavior.skill.OpenClose;
import io.souschef.sim.behavior.skill.PlaceUpright;
import io.souschef.sim.behavior.skill.TakeOut;
import io.souschef.sim.behavior.skill.Wipe;
import io.souschef.sim.body.RobotBody;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All behaviours by the action that names them in {@code skills.yaml}. */
public final class Behaviors {

  private static final PutDown PUT_DOWN = new PutDown();

  private static final Map<String, Behavior> ALL =
      Map.ofEntries(
          Map.entry("find", new Find()),
          Map.entry("pick_up", new PickUp()),
          Map.entry("put_down", PUT_DOWN),
          Map.entry("put", PUT_DOWN),
          Map.entry("take_out", new TakeOut()),
          Map.entry("go_to", new GoTo()),
          Map.entry("bring", new Bring()),
          Map.entry("open", new OpenClose(true)),
          Map.entry("close", new OpenClose(false)),
          Map.entry("move_near", new MoveNear()),
          Map.entry("place_upright", new PlaceUpright()),
          Map.entry("knock_over", new KnockOver()),
          Map.entry("wipe", new Wipe()),
          Map.entry("done", (run, skill) -> "Done"));

  private Behaviors() {}

  /** How the body does an action; empty for an action it cannot do. */
  public static Optional<Behavior> of(String action) {
    return Optional.ofNullable(ALL.get(action));
  }

  /** Puts a thing into the hand, as a start state. */
  public static void startHolding(KitchenWorld kitchen, RobotBody robot, Thing thing) {
    Pose hand = Pose.upright(robot.hand().x(), robot.hand().y(), robot.hand().z(), 0);
    List<Grasp> grasps = GraspCandidates.of(thing.kind().shape(), hand, robot.hand().yaw());
    Grasp grasp =
        grasps.stream()
            .filter(candidate -> candidate.approach() == Grasp.Approach.TOP)
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "The scene starts with the %s in the hand, which cannot hold it; start with another"
                            .formatted(thing.id())));
    double turn = robot.hand().yaw() - grasp.hand().yaw();
    double below = grasp.hand().z() - hand.z();
    kitchen.bullet().place(thing.body(), Pose.upright(hand.x(), hand.y(), hand.z() - below, turn));
    robot.startHolding(thing.body(), thing.kind().shape(), grasp.widthM());
  }
}
