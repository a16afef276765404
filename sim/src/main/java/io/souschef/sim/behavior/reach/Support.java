package io.souschef.sim.behavior.reach;

import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Extents;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.Comparator;
import java.util.Optional;

/** Uses the map of the furniture to mend the heights that the camera measures. */
public final class Support {

  private static final double NEAR_M = 0.03;

  private Support() {}

  /** The object with its lowest point on the surface that it was seen to stand on. */
  public static ObservedObject onSurface(Run run, ObservedObject seen) {
    Optional<Site> site = seen.place().flatMap(name -> run.kitchen().site(name));
    Optional<Shape> shape = run.kitchen().catalog().kind(seen.kind()).map(ObjectKind::shape);
    if (site.isEmpty() || shape.isEmpty()) {
      return seen;
    }
    Pose pose = seen.pose();
    double bottom = Extents.bottom(shape.get(), pose);
    return site.get().surfacesAt(run.position(site.get())).stream()
        .filter(surface -> surface.covers(pose.x(), pose.y(), 0))
        .map(Surface::centre)
        .filter(centre -> Math.abs(centre.z() - bottom) < NEAR_M)
        .min(Comparator.comparingDouble(centre -> Math.abs(centre.z() - bottom)))
        .map(centre -> raised(seen, centre.z() - bottom))
        .orElse(seen);
  }

  private static ObservedObject raised(ObservedObject seen, double metres) {
    Pose p = seen.pose();
    return new ObservedObject(
        seen.id(),
        seen.kind(),
        new Pose(p.x(), p.y(), p.z() + metres, p.qx(), p.qy(), p.qz(), p.qw()),
        seen.place(),
        seen.lengthM(),
        seen.widthM(),
        seen.heightM(),
        seen.confidence(),
        seen.lastSeenS(),
        seen.visible());
  }
}
