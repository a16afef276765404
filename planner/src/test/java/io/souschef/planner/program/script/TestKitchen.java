package io.souschef.planner.program.script;

import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Set;

/** A small kitchen's words. */
final class TestKitchen {

  private TestKitchen() {}

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of(
              kind("coke", "cokes", true, "drink", "soda", "cold"),
              kind("pepsi", "pepsis", true, "drink", "soda", "cold"),
              kind("tea", "teas", true, "drink", "hot"),
              kind("coffee", "coffees", true, "drink", "hot", "caffeinated"),
              kind("orange juice", "orange juices", true, "drink", "cold"),
              kind("apple", "apples", false, "food", "fruit", "healthy"),
              kind("banana", "bananas", false, "food", "fruit", "healthy"),
              kind("rice chips", "rice chips", false, "food", "snack", "salty"),
              kind("cup", "cups", true, "dish"),
              kind("plate", "plates", false, "dish"),
              kind("sponge", "sponges", false, "cleaning", "absorbent")),
          List.of(
              place("table", Place.Kind.SURFACE),
              place("far counter", Place.Kind.SURFACE),
              place("fridge", Place.Kind.CLOSABLE),
              place("top drawer", Place.Kind.CLOSABLE),
              place("sink", Place.Kind.BASIN),
              place("trash can", Place.Kind.BIN),
              place("user", Place.Kind.PERSON)),
          List.of("spill"));

  static final SkillLibrary LIBRARY = SkillLibrary.standard();

  static ScriptReader reader() {
    return ScriptReader.of(LIBRARY, VOCABULARY);
  }

  private static Vocabulary.Kind kind(
      String noun, String plural, boolean standable, String... attributes) {
    return new Vocabulary.Kind(noun, plural, standable, Set.of(attributes), List.of());
  }

  private static Place place(String name, Place.Kind kind) {
    return new Place(name, kind, Pose.upright(0, 0, 0, 0), 1, 1);
  }
}
