package io.souschef.training.language.corpus.episode;

import io.souschef.training.language.corpus.scene.Kitchen;
import io.souschef.training.language.corpus.scene.Thing;
import io.souschef.training.language.corpus.scene.World;
import io.souschef.training.language.corpus.wording.Choose;
import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The places of a scene while things are being set out on them. Used by one thread. */
final class Stage {

  private static final double LOOKED_BEFORE = 0.15;

  final Lexicon lexicon;
  final World world;
  final RandomGenerator random;

  /** Whether the scene will be told. */
  final boolean told;

  /** Whether the robot knows everything that is not behind a door. */
  final boolean allSeen;

  Stage(Lexicon lexicon, List<Spot> places, boolean told, boolean allSeen, RandomGenerator random) {
    this.lexicon = lexicon;
    this.world = new World(places);
    this.told = told;
    this.allSeen = allSeen;
    this.random = random;
  }

  /** Sets out a thing that is known where all is, and with some probability elsewhere. */
  Thing addPerhapsSeen(Noun noun, Spot place, double probability) {
    return add(noun, place, allSeen || Choose.chance(probability, random));
  }

  Thing add(Noun noun, Spot place, boolean seen) {
    // Nobody sees through a door: what is behind one is known only from an earlier look.
    boolean known = seen && (!told || !place.opens() || Choose.chance(LOOKED_BEFORE, random));
    Thing thing = new Thing(noun, place, known);
    world.things.add(thing);
    return thing;
  }

  /** A table, shelf or the like to stand on. */
  Spot surface(Optional<Spot> except) {
    List<Spot> surfaces =
        world.places.stream()
            .filter(place -> place.attributes().contains("surface"))
            .filter(place -> except.filter(place::equals).isEmpty())
            .toList();
    return Choose.any(surfaces, random)
        .orElseGet(
            () ->
                Choose.one(
                    lexicon.spots().stream()
                        .filter(spot -> spot.attributes().contains("surface"))
                        .filter(spot -> except.filter(spot::equals).isEmpty())
                        .toList(),
                    random));
  }

  Spot user() {
    return lexicon.spot(Kitchen.USER).orElseThrow();
  }
}
