package io.souschef.training.language.corpus.scene;

import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.List;
import java.util.Set;

/** The words of the default kitchen: a part of the lexicon that gets more than its share. */
public final class Kitchen {

  /** Where the person stands who asks. */
  public static final String USER = "user";

  private static final Set<String> PLACES =
      Set.of(
          "table",
          "close counter",
          "far counter",
          "trash can",
          "compost bin",
          "recycling bin",
          "sink",
          "fridge",
          "top drawer",
          "bottom drawer");
  private static final Set<String> OBJECTS =
      Set.of(
          "coke",
          "pepsi",
          "7up",
          "sprite",
          "lime soda",
          "grapefruit soda",
          "orange soda",
          "redbull",
          "tea",
          "iced tea",
          "coffee",
          "water bottle",
          "milk carton",
          "orange juice",
          "apple",
          "orange",
          "banana",
          "pear",
          "peach",
          "lemon",
          "rice chips",
          "jalapeno chips",
          "multigrain chips",
          "kettle chips",
          "sea salt chips",
          "pretzels",
          "energy bar",
          "chocolate bar",
          "protein bar",
          "granola bar",
          "candy",
          "cookies",
          "nuts",
          "sponge",
          "dish soap",
          "paper towel",
          "napkin",
          "mug",
          "cup",
          "bowl",
          "plate",
          "fork",
          "spoon",
          "ketchup",
          "soup can",
          "cereal box");

  private Kitchen() {}

  /** The kitchen's part of a lexicon. */
  public static Lexicon of(Lexicon lexicon) {
    return lexicon
        .keep(entry -> PLACES.contains(entry.name()) || OBJECTS.contains(entry.name()))
        .with(new Spot("fruit bowl", "in", Set.of("container", "kitchen"), List.of()))
        .with(user());
  }

  /** A home or an office: the whole lexicon. */
  public static Lexicon anywhere(Lexicon lexicon) {
    return lexicon.with(user());
  }

  /** Whether the default kitchen has objects of this kind. */
  public static boolean hasObject(String noun) {
    return OBJECTS.contains(noun);
  }

  private static Spot user() {
    return new Spot(USER, "at", Set.of("person"), List.of("me", "where i am", "my side", "here"));
  }
}
