package io.souschef.planner.belief;

import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the robot takes to be so now: what it perceives, with what it remembers. Immutable but for
 * its memory.
 *
 * @param names what words mean
 * @param observation what is perceived
 * @param memory what was done and learned
 */
public record Belief(Names names, Observation observation, Memory memory) {

  /** The world in words, to think ahead in. */
  public WorldSketch sketch() {
    WorldSketch sketch = WorldSketch.of(observation, names.vocabulary());
    memory.full().forEach(sketch::fill);
    return sketch;
  }

  /** Known things of these kinds, the held one among them. */
  public Stream<Thing> things(List<String> kinds) {
    return sketch().things().stream().filter(thing -> kinds.contains(thing.kind()));
  }

  public Optional<String> held() {
    return observation.held().map(held -> held.id());
  }

  /** Whether a place has a door that stands open; empty where that is not known. */
  public Optional<Boolean> isOpen(String place) {
    return observation.place(place).flatMap(PlaceState::open);
  }

  /** Whether the robot knows what is there. */
  public boolean isLooked(String place) {
    return memory.looked().contains(place)
        || observation.place(place).filter(state -> state.lastLookedS().isPresent()).isPresent();
  }

  /**
   * Places where something may be that was not seen yet, what is open and near first.
   *
   * @param only where to look; everywhere that things are kept when empty
   */
  public List<String> unlooked(List<String> only) {
    WorldSketch sketch = sketch();
    Set<Place.Kind> kept =
        only.isEmpty()
            ? Set.of(Place.Kind.SURFACE, Place.Kind.BASIN, Place.Kind.CLOSABLE)
            : Set.of(Place.Kind.values());
    return names.vocabulary().places().stream()
        .filter(place -> kept.contains(place.kind()))
        .filter(place -> only.isEmpty() || only.contains(place.name()))
        .filter(place -> !isLooked(place.name()))
        .sorted(
            Comparator.<Place>comparingInt(
                    place ->
                        place.kind() == Place.Kind.CLOSABLE && !sketch.isOpen(place.name()) ? 1 : 0)
                .thenComparingDouble(place -> sketch.distanceTo(place.name())))
        .map(Place::name)
        .toList();
  }
}
