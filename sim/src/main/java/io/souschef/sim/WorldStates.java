package io.souschef.sim;

import io.souschef.sim.behavior.run.Diary;
import io.souschef.sim.behavior.run.Whereabouts;
import io.souschef.sim.body.RobotBody;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.part.Spill;
import io.souschef.sim.physics.part.Thing;
import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the truth that goals are judged by out of a running world. */
final class WorldStates {

  private WorldStates() {}

  static WorldState of(Scene initial, KitchenWorld world, RobotBody robot, Diary diary) {
    Map<String, Double> positions = world.jointPositions();
    Optional<String> held = robot.held().map(h -> h.body().id());
    List<WorldObject> objects = new ArrayList<>();
    for (Thing thing : world.things()) {
      Pose pose = world.bullet().pose(thing.body());
      boolean isHeld = held.filter(thing.id()::equals).isPresent();
      objects.add(
          new WorldObject(
              thing.id(),
              thing.kind(),
              pose,
              isHeld ? Optional.empty() : world.placeOf(pose, positions)));
    }
    for (Spill spill : world.spills()) {
      objects.add(
          new WorldObject(
              spill.id(), spill.kind(), spill.pose(), world.placeOf(spill.pose(), positions)));
    }
    Map<String, Boolean> open = new HashMap<>();
    world
        .doors()
        .forEach(
            door ->
                open.put(door.part().place(), door.part().joint().isOpen(world.position(door))));
    return new WorldState(
        initial,
        objects,
        held,
        robot.base().pose(),
        Whereabouts.site(world.kitchen(), robot.base(), diary).map(Site::name),
        open,
        diary.visited(),
        diary.wiped(),
        false,
        false);
  }
}
