package io.souschef.sim.behavior.run;

import io.souschef.sim.body.BasePose;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Site;
import java.util.List;
import java.util.Optional;

/** At which place the robot is. */
public final class Whereabouts {

  private Whereabouts() {}

  /**
   * The place whose working area the base stands in. Working areas overlap: the place it drove to
   * goes before the nearest.
   */
  public static Optional<Site> site(Kitchen kitchen, BasePose base, Diary diary) {
    List<Site> sites = kitchen.sitesAt(base.pose());
    return sites.stream()
        .filter(site -> diary.place().filter(site.name()::equals).isPresent())
        .findFirst()
        .or(() -> sites.stream().findFirst());
  }
}
