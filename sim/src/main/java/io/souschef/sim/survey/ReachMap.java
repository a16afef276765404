package io.souschef.sim.survey;

import io.souschef.sim.body.ArmKinematics;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.body.plan.OccupancyGrid;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Vec3;
import java.util.ArrayList;
import java.util.List;

/**
 * Where over the surfaces of a kitchen the hand can be brought from where a base can stand. Joint
 * limits count and furniture under the base; what else is in the arm's way does not. Immutable.
 */
public final class ReachMap {

  private static final double STEP_M = 0.1;
  private static final double GRIP_M = 0.05;

  /** Level, slanting, steep and straight down: how the hand comes, radians. */
  private static final double[] PITCHES = {-Math.PI / 2, Math.toRadians(-75), -Math.PI / 4, 0};

  private final OccupancyGrid floor;

  public ReachMap(Kitchen kitchen) {
    floor = new OccupancyGrid(kitchen.lengthM(), kitchen.widthM());
    for (Part part : kitchen.staticParts()) {
      floor.block(part.shape(), part.pose());
    }
  }

  /**
   * A point of a surface.
   *
   * @param at map frame
   * @param reached whether the hand gets there
   */
  public record Spot(Vec3 at, boolean reached) {}

  /** Points of all surfaces of a place, with its door open, ten centimetres apart. */
  public List<Spot> spots(Site site) {
    List<BasePose> stands = stands(site);
    double position = site.door().map(door -> door.joint().open()).orElse(0.0);
    List<Spot> spots = new ArrayList<>();
    for (Surface surface : site.surfacesAt(position)) {
      int rows = (int) Math.max(1, Math.round(surface.lengthM() / STEP_M));
      int columns = (int) Math.max(1, Math.round(surface.widthM() / STEP_M));
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          Vec3 at =
              surface.point(
                  ((row + 0.5) / rows - 0.5) * surface.lengthM(),
                  ((column + 0.5) / columns - 0.5) * surface.widthM());
          spots.add(new Spot(at, stands.stream().anyMatch(stand -> reaches(stand, at))));
        }
      }
    }
    return spots;
  }

  /** Free poses of a base from which it works at a place; empty when it cannot get there. */
  public List<BasePose> stands(Site site) {
    List<BasePose> stands = new ArrayList<>();
    for (StandArea area : site.standAreas()) {
      for (double forward = -0.45; forward < 0.5; forward += 0.3) {
        for (double left = -0.45; left < 0.5; left += 0.15) {
          BasePose stand = BasePose.of(area.pose(forward * area.depthM(), left * area.widthM()));
          if (floor.isFree(stand.x(), stand.y())) {
            stands.add(stand);
          }
        }
      }
    }
    return stands;
  }

  private static boolean reaches(BasePose stand, Vec3 at) {
    double yaw = Math.atan2(at.y() - stand.y(), at.x() - stand.x());
    for (double pitch : PITCHES) {
      HandPose hand = new HandPose(at.x(), at.y(), at.z() + GRIP_M, yaw, pitch);
      if (ArmKinematics.inverse(stand, hand).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
