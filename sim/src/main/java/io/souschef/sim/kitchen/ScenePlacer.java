package io.souschef.sim.kitchen;

import io.souschef.sim.kitchen.shape.Footprint;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Finds free spots for things, one after the other. Not thread-safe. */
public final class ScenePlacer {

  /** Gaps in metres to try for, the roomiest first, so that a gripper fits between. */
  private static final double[] GAPS_M = {0.07, 0.045, 0.02, 0.008};

  private static final int TRIES = 60;
  private static final double EDGE_M = 0.03;

  /** Room for a finger between a thing and a wall around it. */
  private static final double WALL_M = 0.035;

  /** How deep from the front edge things stand where the robot works from one side only. */
  private static final double REACH_M = 0.36;

  /** How much above its surface a thing starts, so that it is never started inside of it. */
  private static final double LIFT_M = 0.001;

  private final Map<String, Double> jointPositions;
  private final RandomGenerator random;
  private final List<Footprint> solids = new ArrayList<>();
  private final List<Footprint> placed = new ArrayList<>();
  private final List<Footprint> spills = new ArrayList<>();

  /**
   * A placer for a kitchen with nothing in it yet.
   *
   * @param jointPositions position of each door and drawer by place
   */
  public ScenePlacer(Kitchen kitchen, Map<String, Double> jointPositions, RandomGenerator random) {
    this.jointPositions = Map.copyOf(jointPositions);
    this.random = random;
    Stream<Part> moving =
        kitchen.movableParts().stream()
            .flatMap(part -> part.partsAt(jointPositions.getOrDefault(part.place(), 0.0)).stream());
    Stream.concat(kitchen.staticParts().stream(), moving)
        .forEach(part -> solids.add(Footprint.of(part.shape(), part.pose())));
  }

  /** Whether a thing would stand into furniture or another thing there. */
  public boolean isFree(ObjectKind kind, Pose pose) {
    return isFree(kind, Footprint.of(kind.shape(), pose), 0.001, 0.001);
  }

  /**
   * Whether a thing that has taken its spot would still be free so much lower.
   *
   * @param dropM metres
   */
  public boolean isFreeBut(ObjectKind kind, Pose pose, double dropM) {
    Footprint own = Footprint.of(kind.shape(), pose);
    Pose lower =
        new Pose(pose.x(), pose.y(), pose.z() - dropM, pose.qx(), pose.qy(), pose.qz(), pose.qw());
    Footprint lowered = Footprint.of(kind.shape(), lower);
    return placed.stream().noneMatch(o -> !o.equals(own) && lowered.overlaps(o, 0.001))
        && solids.stream().noneMatch(solid -> lowered.overlaps(solid, 0.001));
  }

  /** Takes a spot, free or not. */
  public void occupy(ObjectKind kind, Pose pose) {
    (kind.isSpill() ? spills : placed).add(Footprint.of(kind.shape(), pose));
  }

  /** Finds and takes a free spot at a place; empty when none was found. */
  public Optional<Pose> place(ObjectKind kind, Site site) {
    for (double gap : GAPS_M) {
      for (int i = 0; i < TRIES; i++) {
        Optional<Pose> pose = candidate(kind, site);
        if (pose.isPresent()
            && isFree(kind, Footprint.of(kind.shape(), pose.get()), gap, Math.min(gap, 0.02))) {
          occupy(kind, pose.get());
          return pose;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Pose> candidate(ObjectKind kind, Site site) {
    double position = jointPositions.getOrDefault(site.name(), 0.0);
    List<Surface> tall =
        site.surfacesAt(position).stream()
            .filter(surface -> surface.clearanceM() > kind.shape().zM() + 0.02)
            .toList();
    if (tall.isEmpty()) {
      return Optional.empty();
    }
    Surface surface = tall.get(random.nextInt(tall.size()));
    boolean oneSided = isOneSided(site) && site.rimM() == 0;
    boolean walled = site.place().kind() == Place.Kind.BIN || site.rimM() > 0;
    double edge = walled ? WALL_M : EDGE_M;
    double yaw = random.nextDouble(-Math.PI, Math.PI);
    double reach = reach(kind.shape(), yaw);
    double reachAcross = reach(kind.shape(), yaw - Math.PI / 2);
    double front = surface.lengthM() / 2 - edge - reach;
    double back = -surface.lengthM() / 2 + edge + reach;
    if (oneSided) {
      back = Math.max(back, surface.lengthM() / 2 - edge - REACH_M + reach);
    }
    double side = surface.widthM() / 2 - edge - reachAcross;
    if (front < back || side < 0) {
      return Optional.empty();
    }
    Vec3 spot =
        surface.point(
            back + random.nextDouble() * (front - back), (2 * random.nextDouble() - 1) * side);
    double lift = kind.isSpill() ? 0 : LIFT_M;
    return Optional.of(
        Pose.upright(
            spot.x(),
            spot.y(),
            spot.z() + kind.shape().zM() / 2 + lift,
            surface.centre().yaw() + yaw));
  }

  /** Whether the robot always faces it the same way. */
  private static boolean isOneSided(Site site) {
    double yaw = site.standAreas().get(0).centre().yaw();
    return site.standAreas().stream()
        .allMatch(area -> Math.abs(Math.IEEEremainder(area.centre().yaw() - yaw, 2 * Math.PI)) < 1);
  }

  /** Half extent of an outline turned by {@code yaw} along the x axis. */
  private static double reach(Shape shape, double yaw) {
    return shape instanceof Shape.Box
        ? Math.abs(Math.cos(yaw)) * shape.xM() / 2 + Math.abs(Math.sin(yaw)) * shape.yM() / 2
        : shape.xM() / 2;
  }

  private boolean isFree(ObjectKind kind, Footprint footprint, double gapM, double furnitureGapM) {
    List<Footprint> others = kind.isSpill() ? spills : placed;
    return others.stream().noneMatch(other -> footprint.overlaps(other, gapM))
        && solids.stream().noneMatch(solid -> footprint.overlaps(solid, furnitureGapM));
  }
}
