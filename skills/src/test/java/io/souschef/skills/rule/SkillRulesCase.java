package io.souschef.skills.rule;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Sketches;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A little world of words, and skills that are tried in it. */
abstract class SkillRulesCase {

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              new Vocabulary.Kind("apple", "apples", false, Set.of("fruit"), List.of()),
              new Vocabulary.Kind("coke", "cokes", true, Set.of("soda", "cold"), List.of()),
              new Vocabulary.Kind("sponge", "sponges", false, Set.of("absorbent"), List.of()),
              new Vocabulary.Kind("tray", "trays", false, Set.of("dish"), List.of())),
          Sketches.vocabulary().places(),
          List.of("spill"));

  final WorldSketch world =
      new WorldSketch(
          VOCABULARY.places(),
          Set.of("spill"),
          List.of(),
          Pose.upright(0, 0, 0, 0),
          Optional.of("user"));

  Thing add(String id, String kind, String place, boolean known) {
    Set<String> attributes =
        VOCABULARY.kind(kind).map(Vocabulary.Kind::attributes).orElse(Set.of());
    Thing.Fit fit = kind.equals("tray") ? Thing.Fit.TOO_WIDE : Thing.Fit.FITS;
    Thing thing = new Thing(id, kind, place, known, known, true, false, fit, attributes);
    world.add(thing);
    return thing;
  }

  static GroundedSkill skill(SkillLibrary library, String text) {
    Observation known =
        Sketches.observation(
            Sketches.object("coke-1", "coke", Sketches.TABLE),
            Sketches.object("apple-1", "apple", Sketches.TABLE));
    return library.parse(text, VOCABULARY, known).orElseThrow();
  }
}
