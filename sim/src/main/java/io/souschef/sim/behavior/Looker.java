package io.souschef.sim.behavior;

import io.souschef.sim.kitchen.Frames;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.Surface;

/** Turns the camera to whole places. */
final class Looker {

  /** Longest stretch of a surface that one picture takes in, metres. */
  private static final double STRETCH_M = 0.9;

  private static final double LOOK_S = 0.25;

  private final Run run;

  Looker(Run run) {
    this.run = run;
  }

  /** Looks over everything that a place holds. */
  void lookAt(Site site) {
    double position =
        run.kitchenWorld().door(site.name()).map(run.kitchenWorld()::position).orElse(0.0);
    for (Surface surface : site.surfacesAt(position)) {
      int glances = (int) Math.ceil(surface.widthM() / STRETCH_M);
      for (int i = 0; i < glances; i++) {
        double across = ((i + 0.5) / glances - 0.5) * surface.widthM();
        run.waitFor(LOOK_S);
        run.senses().look(surface.point(0, across));
      }
    }
  }

  /** Looks at one spot. */
  void lookAt(io.souschef.skills.world.Pose pose) {
    run.waitFor(LOOK_S);
    run.senses().look(Frames.position(pose));
  }
}
