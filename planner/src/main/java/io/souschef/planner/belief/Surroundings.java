package io.souschef.planner.belief;

import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the robot takes to be so, in a few lines for a language model. Stateless. */
public final class Surroundings {

  private Surroundings() {}

  /** Hand, things by place, doors, and where it has not looked. */
  public static String words(Belief belief) {
    WorldSketch sketch = belief.sketch();
    List<String> lines = new ArrayList<>();
    lines.add("In the hand: " + sketch.held().map(Thing::kind).orElse("nothing") + ".");
    Map<String, List<Thing>> byPlace =
        sketch.things().stream()
            .filter(thing -> thing.known() && thing.place().isPresent())
            .collect(
                Collectors.groupingBy(
                    thing -> thing.place().orElseThrow(), TreeMap::new, Collectors.toList()));
    byPlace.forEach((place, things) -> lines.add("At the %s: %s.".formatted(place, list(things))));
    List<String> open = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    belief
        .names()
        .vocabulary()
        .places()
        .forEach(
            place ->
                belief
                    .isOpen(place.name())
                    .ifPresent(isOpen -> (isOpen ? open : closed).add(place.name())));
    add(lines, "Open: ", open);
    add(lines, "Closed: ", closed);
    add(lines, "Not looked at yet: ", belief.unlooked(List.of()));
    return String.join("\n", lines);
  }

  private static String list(List<Thing> things) {
    return things.stream()
        .collect(Collectors.groupingBy(Thing::kind, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(kind -> kind.getValue() == 1 ? kind.getKey() : kind.getValue() + " " + kind.getKey())
        .collect(Collectors.joining(", "));
  }

  private static void add(List<String> lines, String head, List<String> places) {
    if (!places.isEmpty()) {
      lines.add(head + String.join(", ", places) + ".");
    }
  }
}
