package io.souschef.sim.behavior.reach;

import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.body.Held;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Extents;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.part.Body;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where at a place the thing in the hand could come to stand. */
public final class Spots {

  private static final double STEP_M = 0.07;
  private static final double EDGE_M = 0.025;
  private static final double ELBOW_ROOM_M = 0.012;
  private static final double OVER_RIM_M = 0.015;
  private static final double FARTHEST_M = 0.45;

  private final Run run;
  private final Site site;
  private final Held held;
  private final @Nullable Vec3 near;
  private final double halfHeight;
  private final double radius;

  /** Where the thing's centre goes. */
  public record Spot(Vec3 centre) {}

  public Spots(Run run, Site site, Held held) {
    this(run, site, held, null);
  }

  /** Spots as near to a point as there are. */
  public Spots(Run run, Site site, Held held, @Nullable Vec3 near) {
    this.near = near;
    this.run = run;
    this.site = site;
    this.held = held;
    Pose pose = run.world().pose(held.body());
    halfHeight = Extents.along(Extents.UP, held.shape(), pose) / 2;
    double acrossX = Extents.along(new Vec3(1, 0, 0), held.shape(), pose);
    double acrossY = Extents.along(new Vec3(0, 1, 0), held.shape(), pose);
    radius =
        held.shape() instanceof Shape.Box
            ? Math.hypot(acrossX, acrossY) / 2
            : Math.max(acrossX, acrossY) / 2;
  }

  public Held held() {
    return held;
  }

  /** Free spots, the best first; over the opening where things are thrown in. */
  public List<Spot> free() {
    List<Spot> spots = new ArrayList<>();
    if (site.place().kind() != Place.Kind.BIN) {
      double position = run.position(site);
      for (Surface surface : site.surfacesAt(position)) {
        if (surface.clearanceM() > 2 * halfHeight + 0.01) {
          spots.addAll(on(surface));
        }
      }
      spots.sort(Comparator.comparingDouble(this::cost));
    }
    if (site.place().kind() == Place.Kind.BIN || site.place().kind() == Place.Kind.BASIN) {
      Pose rim = site.place().pose();
      for (double[] aside : new double[][] {{0, 0}, {0.06, 0}, {-0.06, 0}, {0, 0.06}, {0, -0.06}}) {
        spots.add(
            new Spot(
                new Vec3(
                    rim.x() + aside[0], rim.y() + aside[1], rim.z() + OVER_RIM_M + halfHeight)));
      }
    }
    return spots;
  }

  private List<Spot> on(Surface surface) {
    List<Spot> spots = new ArrayList<>();
    double along = surface.lengthM() / 2 - EDGE_M - Math.min(radius, surface.lengthM() / 4);
    double across = surface.widthM() / 2 - EDGE_M - Math.min(radius, surface.widthM() / 4);
    int rows = (int) Math.floor(Math.max(0, along) / STEP_M);
    int columns = (int) Math.floor(Math.max(0, across) / STEP_M);
    for (int row = -rows; row <= rows; row++) {
      for (int column = -columns; column <= columns; column++) {
        Vec3 point = surface.point(row * STEP_M, column * STEP_M);
        Vec3 centre = new Vec3(point.x(), point.y(), point.z() + halfHeight);
        if (isFree(centre)) {
          spots.add(new Spot(centre));
        }
      }
    }
    return spots;
  }

  private boolean isFree(Vec3 centre) {
    // Lifted a little so that what it will stand on does not count.
    Shape room = new Shape.Cylinder(radius + ELBOW_ROOM_M, 2 * halfHeight);
    Pose pose = Pose.upright(centre.x(), centre.y(), centre.z() + 0.006, 0);
    return run.world()
        .contacts()
        .obstacle(room, pose, body -> body.role() == Body.Role.DRIVEN || body.equals(held.body()))
        .isEmpty();
  }

  /** Near the base but not at the edge, and with air around for the next one. */
  private double cost(Spot spot) {
    Pose centre = site.place().pose();
    Vec3 c = spot.centre();
    if (near != null) {
      return Math.hypot(c.x() - near.x(), c.y() - near.y());
    }
    double fromCentre = Math.hypot(c.x() - centre.x(), c.y() - centre.y());
    double fromBase = Math.hypot(c.x() - run.robot().base().x(), c.y() - run.robot().base().y());
    double ideal = 0.62;
    return 0.3 * Math.min(fromCentre, FARTHEST_M) + Math.abs(fromBase - ideal);
  }
}
