package io.souschef.sim.behavior.motion;

import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.plan.OccupancyGrid;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.physics.part.Door;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where the base could stand to open or close a door or drawer. */
final class HandleStands {

  private final Run run;
  private final Site site;
  private final Door door;

  HandleStands(Run run, Site site, Door door) {
    this.run = run;
    this.site = site;
    this.door = door;
  }

  /**
   * Free poses that the door does not come over, those from nearby first.
   *
   * @param from where the door or drawer is now, radians or metres
   */
  List<BasePose> from(double from, OccupancyGrid grid) {
    OccupancyGrid swept = swept();
    boolean open = from == door.part().joint().open();
    List<BasePose> stands = new ArrayList<>();
    for (StandArea area : site.standAreas()) {
      for (double forward = -0.98; forward < 1; forward += 0.15) {
        for (double left = -0.9; left < 1; left += 0.3) {
          BasePose stand =
              BasePose.of(area.pose(forward * area.depthM() / 2, left * area.widthM() / 2));
          if (grid.isFree(stand.x(), stand.y()) && (open || swept.isFree(stand.x(), stand.y()))) {
            stands.add(stand);
          }
        }
      }
    }
    BasePose here = run.robot().base();
    stands.sort(Comparator.comparingDouble(stand -> stand.distanceTo(here)));
    return stands;
  }

  /** The floor that the door or drawer comes over on its whole way. */
  private OccupancyGrid swept() {
    OccupancyGrid swept = new OccupancyGrid(run.kitchen().lengthM(), run.kitchen().widthM());
    double open = door.part().joint().open();
    for (int i = 0; i <= 6; i++) {
      door.part().partsAt(open * i / 6).forEach(part -> swept.block(part.shape(), part.pose()));
    }
    return swept;
  }
}
