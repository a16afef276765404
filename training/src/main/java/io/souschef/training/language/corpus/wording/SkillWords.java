package io.souschef.training.language.corpus.wording;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of skills, as the skill library says them. Used by one thread. */
public final class SkillWords {

  private static final Pose ANYWHERE = Pose.upright(0, 0, 0, 0);

  private final SkillLibrary library;
  private final Map<List<String>, GroundedSkill> known = new HashMap<>();
  private final SkillRules rules;

  public SkillWords(SkillLibrary library) {
    this.library = library;
    this.rules = new SkillRules(library);
  }

  /** What the skills need and do. */
  public SkillRules rules() {
    return rules;
  }

  /** The skill that brings what is held to the user. */
  public GroundedSkill bringSkill() {
    return skill("bring", List.of(), List.of());
  }

  public String done() {
    return say(GroundedSkill.DONE, List.of(), List.of());
  }

  public String bring() {
    return say("bring", List.of(), List.of());
  }

  /** Words of a skill on one object: find, pick_up, put_down, place_upright, knock_over. */
  public String of(String action, Noun object) {
    return say(action, List.of(object), List.of());
  }

  /** Words of a skill on one place: go_to, open, close, wipe. */
  public String of(String action, Spot place) {
    return say(action, List.of(), List.of(place));
  }

  /** Words of a skill on an object and a place: put, take_out. */
  public String of(String action, Noun object, Spot place) {
    return say(action, List.of(object), List.of(place));
  }

  public String near(Noun object, Noun other) {
    return say("move_near", List.of(object, other), List.of());
  }

  private String say(String action, List<Noun> objects, List<Spot> places) {
    return skill(action, objects, places).text();
  }

  /** The skill on these objects and places. */
  public GroundedSkill skill(String action, List<Noun> objects, List<Spot> places) {
    List<String> key = new ArrayList<>(List.of(action));
    objects.forEach(object -> key.add(object.singular()));
    places.forEach(place -> key.add(place.name()));
    return known.computeIfAbsent(key, k -> ground(action, objects, places));
  }

  private GroundedSkill ground(String action, List<Noun> objects, List<Spot> places) {
    // Whether a thing can stand or a place be wiped is for a robot to say: here words are wanted.
    Vocabulary vocabulary =
        new Vocabulary(
            objects.stream()
                .map(noun -> new Vocabulary.Kind(noun.singular(), noun.plural(), true))
                .toList(),
            places.stream().map(spot -> asked(action, spot.place())).toList());
    List<ObservedObject> seen = objects.stream().map(SkillWords::observed).toList();
    Observation observation =
        new Observation(0, ANYWHERE, Optional.empty(), Optional.empty(), seen, List.of());
    return library.ground(vocabulary, observation).stream()
        .filter(skill -> skill.action().equals(action))
        .filter(
            skill ->
                objects.isEmpty()
                    || skill.object().filter(objects.get(0).singular()::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The skill library cannot say %s of %s %s".formatted(action, objects, places)));
  }

  private static Place asked(String action, Place place) {
    Place.Kind kind =
        switch (action) {
          case "open", "close", "take_out" -> Place.Kind.CLOSABLE;
          case "wipe" -> Place.Kind.SURFACE;
          default -> place.kind();
        };
    return new Place(place.name(), kind, place.pose(), place.lengthM(), place.widthM());
  }

  private static ObservedObject observed(Noun noun) {
    return new ObservedObject(
        noun.singular(), noun.singular(), ANYWHERE, Optional.empty(), 0.1, 0.1, 0.1, 1, 0, true);
  }
}
