package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Memory;
import io.souschef.planner.search.Way;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A thing that nobody has seen yet, as if it stood in the open: what could not be done with it even
 * then is not worth looking for. What is learned by imagining it is not remembered.
 *
 * @param belief as it would be
 * @param thing what is imagined
 */
record Imagined(Belief belief, Thing thing) {

  private static final String ID = "imagined";

  /** Kinds that are imagined: a description may fit dozens. */
  private static final int MOST_KINDS = 8;

  /** Places where each is imagined. */
  private static final int MOST_PLACES = 3;

  /** One of each kind where the robot stands, and on surfaces. */
  static Stream<Imagined> of(Belief now, List<String> kinds) {
    List<Place> places =
        now.names().vocabulary().places().stream()
            .filter(
                place ->
                    place.kind() == Place.Kind.SURFACE
                        || now.observation().at().filter(place.name()::equals).isPresent())
            .limit(MOST_PLACES)
            .toList();
    return kinds.stream()
        .limit(MOST_KINDS)
        .flatMap(kind -> places.stream().map(place -> at(now, kind, place)));
  }

  /**
   * The rules that would be met whatever is found.
   *
   * @param way how a thing of a belief would be dealt with, if it could
   * @return none when one of them could be dealt with, or cannot for another reason
   */
  static Set<String> rules(
      Belief now, List<String> kinds, BiFunction<Belief, Thing, Optional<Way>> way) {
    Set<String> rules = new LinkedHashSet<>();
    for (Imagined imagined : of(now, kinds).toList()) {
      Optional<Way> found = way.apply(imagined.belief(), imagined.thing());
      Set<String> met = imagined.belief().memory().forbidden();
      if (found.isEmpty() ? met.isEmpty() : !found.get().skills().isEmpty()) {
        return Set.of();
      }
      rules.addAll(met);
    }
    return rules;
  }

  private static Imagined at(Belief now, String kind, Place place) {
    Observation seen = now.observation();
    List<ObservedObject> objects = new ArrayList<>(seen.objects());
    objects.add(
        new ObservedObject(
            ID,
            kind,
            place.pose(),
            Optional.of(place.name()),
            0.05,
            0.05,
            0.1,
            1,
            seen.timeS(),
            true));
    List<PlaceState> states = seen.places();
    Belief belief =
        new Belief(
            now.names(),
            new Observation(seen.timeS(), seen.base(), seen.at(), seen.held(), objects, states),
            new Memory());
    return new Imagined(belief, belief.sketch().thing(ID).orElseThrow());
  }
}
