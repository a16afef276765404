package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.Things.Reference;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.world.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which known things words may mean, in a belief.
 *
 * @param things the words
 * @param kinds kinds that they may mean; none where the robot has no such word
 * @param at places where they are, of a located description; none where they may be anywhere
 * @param isName whether the words are a name, or a part of one, that these kinds have
 */
record Candidates(Things things, List<String> kinds, List<String> at, boolean isName) {

  static Candidates of(Things things, Belief belief, Referents referents) {
    List<String> kinds = belief.names().kinds(things);
    if (things.differs()) {
      Set<String> before =
          referents.spokenOf().stream().map(Thing::kind).collect(Collectors.toSet());
      kinds = kinds.stream().filter(kind -> !before.contains(kind)).toList();
    }
    List<String> at = things.at().map(belief.names()::places).orElse(List.of());
    boolean isName = things.noun().filter(belief.names()::isName).isPresent();
    return new Candidates(things, kinds, at, isName);
  }

  /**
   * What else may be meant where none of a name is there: what has that name for an attribute
   * ("cup" of a mug); empty where there is no such kind.
   */
  Optional<Candidates> wider(Belief belief) {
    List<String> more =
        things.noun().map(belief.names()::kindsWith).orElse(List.of()).stream()
            .filter(kind -> !kinds.contains(kind))
            .toList();
    if (more.isEmpty()) {
      return Optional.empty();
    }
    List<String> all = new ArrayList<>(kinds);
    all.addAll(more);
    return Optional.of(new Candidates(things, all, at, false));
  }

  /** Known things that are meant, nearest first. */
  List<Thing> known(Belief belief, Referents referents) {
    WorldSketch sketch = belief.sketch();
    if (things.reference() == Reference.IT) {
      return sketch.held().stream().toList();
    }
    if (things.reference() == Reference.SAME) {
      List<Thing> same =
          referents.spokenOf().stream()
              .filter(thing -> kinds.isEmpty() || kinds.contains(thing.kind()))
              .flatMap(thing -> sketch.thing(thing.id()).stream())
              .toList();
      if (!same.isEmpty()) {
        return same;
      }
    }
    Stream<Thing> fitting =
        sketch.things().stream()
            .filter(thing -> kinds.contains(thing.kind()))
            .filter(thing -> !belief.memory().hopeless().contains(thing.id()))
            .filter(this::isThere);
    return fitting
        .sorted(
            Comparator.<Thing>comparingInt(thing -> sketch.isShutAway(thing) ? 1 : 0)
                .thenComparingDouble(thing -> thing.place().map(sketch::distanceTo).orElse(0.0)))
        .toList();
  }

  private boolean isThere(Thing thing) {
    if (at.isEmpty()) {
      return true;
    }
    boolean there = thing.place().filter(at::contains).isPresent();
    return there != things.notAt();
  }

  /** Where it makes sense to look for more. */
  List<String> unlooked(Belief belief) {
    List<String> left = belief.unlooked(things.notAt() ? List.of() : at);
    return things.notAt() ? left.stream().filter(place -> !at.contains(place)).toList() : left;
  }

  /** Where it was looked for, in words: "on the table and in the fridge". */
  String where(Belief belief) {
    return at.isEmpty() || things.notAt()
        ? "everywhere"
        : at.stream()
            .flatMap(name -> belief.names().vocabulary().place(name).stream())
            .map(Place::where)
            .reduce((a, b) -> a + " and " + b)
            .orElse("everywhere");
  }

  /** Kinds among known things between which only the speaker can choose. */
  Optional<List<String>> unclear(List<Thing> known) {
    if (things.reference() != Reference.NAMED && things.reference() != Reference.THE) {
      return Optional.empty();
    }
    // What a name says by attributes alone ("flavored drink") is a description, and any will do.
    if (things.reference() == Reference.NAMED && !isName) {
      return Optional.empty();
    }
    List<String> different = known.stream().map(Thing::kind).distinct().toList();
    return different.size() > 1 ? Optional.of(different) : Optional.empty();
  }
}
