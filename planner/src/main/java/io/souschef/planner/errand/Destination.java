package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.PlaceWords;
import io.souschef.skills.effect.world.WorldSketch;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an act wants things to be taken. Used by one thread. */
final class Destination {

  private final Act act;
  private List<String> others = List.of();
  private @Nullable String place;
  private boolean asked;

  Destination(Act act) {
    this.act = act;
  }

  /** The place; empty while it is not settled, and where an act takes things nowhere. */
  Optional<String> place() {
    return Optional.ofNullable(place);
  }

  /** Whether the act takes things somewhere. */
  boolean isWanted() {
    return act.carries();
  }

  /** Settles where to; a step where that takes an answer, or cannot be. */
  Optional<Step> settle(Belief now, Candidates meant) {
    if (place != null && now.memory().full().contains(place)) {
      nearest(now, others).ifPresent(other -> place = other);
    }
    if (place != null || !isWanted()) {
      return Optional.empty();
    }
    List<String> places = places(now);
    String words = act.place().map(PlaceWords::words).orElse(act.verb().word() + " bin");
    if (places.isEmpty()) {
      return Optional.of(
          new Step.End(false, "I know no place here that is called '%s'".formatted(words)));
    }
    others = places;
    if (places.size() > 1 && act.place().filter(named -> !named.isAny()).isPresent()) {
      asked = true;
      return Optional.of(Errand.which(words, places, Optional.empty(), nearest(now, places)));
    }
    if (act.place().filter(PlaceWords::isAny).isPresent()) {
      // "Off the table, anywhere": not where they are.
      others = places.stream().filter(other -> !meant.at().contains(other)).toList();
    }
    place = nearest(now, others).orElse(null);
    return place == null
        ? Optional.of(
            new Step.End(false, "I know no other place for the " + meant.things().words()))
        : Optional.empty();
  }

  /** The nearest with room; of full ones the nearest. */
  private static Optional<String> nearest(Belief now, List<String> places) {
    WorldSketch sketch = now.sketch();
    return places.stream()
        .min(
            Comparator.<String, Boolean>comparing(now.memory().full()::contains)
                .thenComparingDouble(sketch::distanceTo));
  }

  /** Takes an answer; false when it was not asked about the place. */
  boolean answered(String option) {
    if (!asked) {
      return false;
    }
    place = option;
    asked = false;
    return true;
  }

  private List<String> places(Belief now) {
    return places(act, now.names());
  }

  /** Places to which an act may take things. */
  static List<String> places(Act act, Names names) {
    return switch (act.verb()) {
      case BRING -> names.person().stream().toList();
      case DISCARD -> names.bins("trash");
      case RECYCLE -> names.bins("recycling");
      case COMPOST -> names.bins("compost");
      default -> names.places(act.place().orElseThrow());
    };
  }

  /** Things that are meant and stand there already. */
  long count(Belief now, Candidates meant) {
    return place()
        .map(there -> now.things(meant.kinds()).filter(thing -> thing.isAt(there)).count())
        .orElse(0L);
  }
}
