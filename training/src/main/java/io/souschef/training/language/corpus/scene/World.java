package io.souschef.training.language.corpus.scene;

import io.souschef.planner.usefulness.PlanPrompt.Left;
import io.souschef.planner.usefulness.PlanPrompt.Scene;
import io.souschef.planner.usefulness.PlanPrompt.Seen;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The symbolic world of one episode. Changes as the robot acts; used by one thread. */
public final class World {

  public final List<Spot> places;
  public final List<Thing> things = new ArrayList<>();
  public final Set<Spot> open = new HashSet<>();
  public final Set<Spot> looked = new HashSet<>();
  public @Nullable Spot at;
  public @Nullable Thing held;

  public World(List<Spot> places) {
    this.places = List.copyOf(places);
  }

  /** What the robot knows at the start, in words. */
  public Scene scene() {
    List<Seen> seen =
        things.stream().filter(thing -> thing.seen && thing != held).map(World::seen).toList();
    return new Scene(
        Optional.ofNullable(at).map(Spot::name),
        Optional.ofNullable(held).map(thing -> thing.noun.singular()),
        seen);
  }

  /** Looks at a place: what stands there is seen from now on. Returns what is new. */
  public List<Seen> lookAt(Spot place) {
    looked.add(place);
    if (place.opens() && !open.contains(place)) {
      return List.of();
    }
    List<Seen> discovered = new ArrayList<>();
    for (Thing thing : things) {
      if (thing != held && !thing.seen && thing.place.equals(place)) {
        discovered.add(discover(thing));
      }
    }
    return discovered;
  }

  public Seen discover(Thing thing) {
    thing.seen = true;
    return seen(thing);
  }

  /** What is known to be at a place now. */
  public Left left(Spot place) {
    return new Left(
        place.place().where(),
        things.stream()
            .filter(thing -> thing.seen && thing != held && thing.place.equals(place))
            .map(thing -> thing.noun.singular())
            .toList());
  }

  private static Seen seen(Thing thing) {
    return new Seen(thing.noun.singular(), thing.place.place().where());
  }
}
