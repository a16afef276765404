package io.souschef.sim;

import io.souschef.sim.behavior.run.Diary;
import io.souschef.sim.behavior.run.Senses;
import io.souschef.sim.behavior.run.Whereabouts;
import io.souschef.sim.body.RobotBody;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Exact senses without noise, for tests of the body: sees 3.5 m far, 40 degrees to each side. */
final class PlainSight implements Senses {

  private final KitchenWorld kitchen;
  private final RobotBody robot;
  private final Diary diary;
  private final Map<String, ObservedObject> seen = new LinkedHashMap<>();
  private final Map<String, Double> looked = new LinkedHashMap<>();

  PlainSight(KitchenWorld kitchen, RobotBody robot, Diary diary) {
    this.kitchen = kitchen;
    this.robot = robot;
    this.diary = diary;
  }

  @Override
  public void look(Vec3 target) {
    look(new Vec3(robot.base().x(), robot.base().y(), RobotModel.CAMERA_HEIGHT_M), target);
  }

  @Override
  public void lookFromHand(Vec3 target) {
    look(new Vec3(robot.hand().x(), robot.hand().y(), robot.hand().z() + 0.1), target);
  }

  private void look(Vec3 eye, Vec3 target) {
    Vec3 gaze = target.minus(eye).unit();
    seen.replaceAll((id, o) -> o.withVisible(false));
    for (Site site : kitchen.kitchen().sites()) {
      Vec3 to = Frames.position(site.place().pose()).minus(eye);
      if (to.length() < 2 && to.unit().dot(gaze) > 0.77) {
        looked.put(site.name(), kitchen.bullet().timeS());
      }
    }
    for (Thing thing : kitchen.things()) {
      Pose pose = kitchen.bullet().pose(thing.body());
      Vec3 to = Frames.position(pose).minus(eye);
      if (to.length() > 3.5 || to.unit().dot(gaze) < 0.77) {
        continue;
      }
      boolean clear =
          kitchen
              .bullet()
              .rays()
              .closest(eye.x(), eye.y(), eye.z(), pose.x(), pose.y(), pose.z(), robot::isOwn)
              .map(hit -> hit.body().equals(thing.body()))
              .orElse(false);
      if (clear) {
        seen.put(thing.id(), observed(thing, pose));
      }
    }
  }

  private ObservedObject observed(Thing thing, Pose pose) {
    var shape = thing.kind().shape();
    return new ObservedObject(
        thing.id(),
        thing.kind().noun(),
        pose,
        kitchen.placeOf(pose, kitchen.jointPositions()),
        shape.xM(),
        shape.yM(),
        shape.zM(),
        1,
        kitchen.bullet().timeS(),
        true);
  }

  @Override
  public Observation observe() {
    Optional<String> held = robot.held().map(h -> h.body().id());
    List<ObservedObject> others = new ArrayList<>();
    Optional<ObservedObject> inHand = Optional.empty();
    for (ObservedObject object : seen.values()) {
      if (held.filter(object.id()::equals).isPresent()) {
        inHand = Optional.of(object);
      } else {
        others.add(object);
      }
    }
    List<PlaceState> places =
        kitchen.kitchen().sites().stream()
            .map(
                site ->
                    new PlaceState(
                        site.place(),
                        Optional.empty(),
                        looked.containsKey(site.name())
                            ? OptionalDouble.of(looked.get(site.name()))
                            : OptionalDouble.empty()))
            .toList();
    return new Observation(
        kitchen.bullet().timeS(),
        robot.base().pose(),
        Whereabouts.site(kitchen.kitchen(), robot.base(), diary).map(Site::name),
        inHand,
        others,
        places);
  }

  @Override
  public Senses copyIn(KitchenWorld kitchen, RobotBody robot, Diary diary) {
    PlainSight copy = new PlainSight(kitchen, robot, diary);
    copy.seen.putAll(seen);
    copy.looked.putAll(looked);
    return copy;
  }
}
