package io.souschef.training.language.trial;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.Statement;
import io.souschef.planner.program.Things;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/** One home while it is furnished for a request. Used by one thread. */
final class Furnishing {

  /** How often what is meant is there. */
  private static final double THERE = 0.85;

  private static final int OTHER_THINGS = 14;
  private static final int MOST_OF_A_KIND = 4;

  private final Vocabulary words;
  private final Names names;
  private final SplittableRandom random;
  private final List<ObservedObject> things = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private Optional<ObservedObject> held = Optional.empty();
  private final Set<String> looked = new HashSet<>();

  Furnishing(Vocabulary words, SplittableRandom random) {
    this.words = words;
    this.names = new Names(words);
    this.random = random;
  }

  void furnish(Program meant) {
    boolean isThere = random.nextDouble() < THERE;
    Trials.things(
        meant.statements(),
        needed -> {
          if (needed.reference() == Things.Reference.IT) {
            hold();
          } else if (isThere) {
            for (int i = count(meant, needed); i > 0; i--) {
              setOut(needed);
            }
          }
        });
    for (Statement statement : meant.statements()) {
      if (statement instanceof Act act && act.verb() == Act.Verb.RELEASE) {
        hold();
      } else if (statement instanceof Act act && act.verb() == Act.Verb.CLOSE) {
        act.place().map(names::places).ifPresent(open::addAll);
      }
    }
    for (int i = 0; i < OTHER_THINGS; i++) {
      add(any(words.kinds()).noun(), any(storage()));
    }
    look();
  }

  private static int count(Program meant, Things needed) {
    return meant.statements().stream()
        .filter(Act.class::isInstance)
        .map(Act.class::cast)
        .filter(act -> act.things().filter(needed::equals).isPresent())
        .mapToInt(act -> act.amount().isAll() ? 2 : act.amount().count())
        .map(count -> Math.min(count, MOST_OF_A_KIND))
        .findFirst()
        .orElse(1);
  }

  private void hold() {
    if (held.isEmpty()) {
      held = Optional.of(thing("held", any(words.kinds()).noun(), Optional.empty()));
    }
  }

  private void setOut(Things needed) {
    List<String> kinds = names.kinds(needed);
    List<String> at = needed.at().map(names::places).orElse(List.of());
    if (kinds.isEmpty()) {
      return;
    }
    List<Place> places =
        at.isEmpty()
            ? storage()
            : words.places().stream()
                .filter(place -> at.contains(place.name()) != needed.notAt())
                .filter(place -> place.kind() != Place.Kind.PERSON || at.contains(place.name()))
                .toList();
    add(any(kinds), any(places));
  }

  private List<Place> storage() {
    return words.places().stream()
        .filter(place -> place.kind() == Place.Kind.SURFACE || place.kind() == Place.Kind.CLOSABLE)
        .toList();
  }

  private void add(String kind, Place place) {
    things.add(thing("thing-" + things.size(), kind, Optional.of(place)));
  }

  private static ObservedObject thing(String id, String kind, Optional<Place> place) {
    return new ObservedObject(
        id,
        kind,
        place.map(Place::pose).orElse(Pose.upright(0, 0, 1, 0)),
        place.map(Place::name),
        0.05,
        0.05,
        0.1,
        1,
        0,
        false);
  }

  /** How much the robot knows: nothing yet, what stands in the open, or all. */
  private void look() {
    int much = random.nextInt(3);
    for (Place place : words.places()) {
      boolean isOpen = place.kind() != Place.Kind.CLOSABLE || open.contains(place.name());
      if (much == 2 || (much == 1 && isOpen)) {
        looked.add(place.name());
      }
    }
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private boolean isKnown(ObservedObject thing) {
    return thing.place().filter(looked::contains).isPresent();
  }

  Observation known() {
    Optional<Place> at = names.person().flatMap(words::place);
    return new Observation(
        1,
        at.map(Place::pose).orElse(Pose.upright(0, 0, 0, 0)),
        at.map(Place::name),
        held,
        things.stream().filter(this::isKnown).toList(),
        words.places().stream()
            .map(
                place ->
                    new PlaceState(
                        place,
                        place.kind() == Place.Kind.CLOSABLE
                            ? Optional.of(open.contains(place.name()))
                            : Optional.empty(),
                        looked.contains(place.name())
                            ? OptionalDouble.of(0)
                            : OptionalDouble.empty()))
            .toList());
  }

  List<ObservedObject> unseen() {
    return things.stream().filter(thing -> !isKnown(thing)).toList();
  }
}
