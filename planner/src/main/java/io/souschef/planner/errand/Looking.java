package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.search.Way;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.SkillResult;
import java.util.List;
import java.util.Optional;

/** Going from place to place to see what is there, and shutting again what was opened for it. */
final class Looking {

  private Looking() {}

  /**
   * The next skill of a search; empty when there is nowhere left to look.
   *
   * @param places where to look, in this order
   */
  static Optional<Step> next(Belief now, Ways ways, List<String> places) {
    Optional<Step> shut = shut(now, ways, places);
    if (shut.isPresent()) {
      return shut;
    }
    for (String place : places) {
      Optional<Way> way = ways.toLook(now, place);
      if (way.filter(w -> !w.skills().isEmpty()).isPresent()) {
        return Optional.of(Ways.first(way.get()));
      }
      // Nobody gets there, or it was seen without being noticed: not again.
      now.memory().looked().add(place);
    }
    return Optional.empty();
  }

  /** Shuts the door before which the robot stands, if it was opened only to look. */
  static Optional<Step> shut(Belief now, Ways ways, List<String> wanted) {
    Optional<String> here = now.sketch().robotAt();
    if (here.isEmpty()
        || !now.memory().opened().contains(here.get())
        || wanted.contains(here.get())
        || ways.neededLater().test(here.get())
        || now.observation().held().isPresent()) {
      return Optional.empty();
    }
    return ways.toShut(now, here.get()).filter(way -> !way.skills().isEmpty()).map(Ways::first);
  }

  /** Remembers where the robot has looked. */
  static void note(Belief now, SkillResult result) {
    WorldSketch sketch = now.sketch();
    if (result.succeeded()) {
      sketch.robotAt().filter(sketch::isOpen).ifPresent(now.memory().looked()::add);
    }
  }
}
