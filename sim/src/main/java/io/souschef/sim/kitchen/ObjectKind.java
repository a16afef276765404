package io.souschef.sim.kitchen;

import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A kind of thing that may stand in a kitchen.
 *
 * @param noun singular without article: "coke"
 * @param plural "cokes"; the noun itself for what is not counted: "rice chips"
 * @param shape its solid, upright in its own frame
 * @param massKg kilograms; 0 for a {@link #isSpill() spill}
 * @param friction Coulomb coefficient
 * @param color how it is drawn
 * @param category one word: "drink", "fruit", "snack", "cleaning", "tableware", ...
 * @param attributes what is true of it: "caffeinated", "healthy", "recyclable", ...
 * @param standable whether it makes sense to stand it upright or to knock it over
 * @param aliases other words for it alone: "cola"
 */
public record ObjectKind(
    String noun,
    String plural,
    Shape shape,
    double massKg,
    double friction,
    Rgb color,
    String category,
    Set<String> attributes,
    boolean standable,
    List<String> aliases) {

  /** The category of what lies on a surface, can be seen and wiped, but not taken. */
  public static final String SPILL = "spill";

  /** A kind that is called by its noun alone. */
  public ObjectKind(
      String noun,
      String plural,
      Shape shape,
      double massKg,
      double friction,
      Rgb color,
      String category,
      Set<String> attributes,
      boolean standable) {
    this(noun, plural, shape, massKg, friction, color, category, attributes, standable, List.of());
  }

  public ObjectKind {
    aliases = List.copyOf(aliases);
    attributes = Collections.unmodifiableSet(new TreeSet<>(attributes));
    boolean massless = category.equals(SPILL);
    if (!(massless ? massKg == 0 : massKg > 0 && massKg <= 100)) {
      throw new IllegalArgumentException(
          "The mass of %s must be above 0 and at most 100 kg (0 for a spill), got %s"
              .formatted(noun, massKg));
    }
    if (!(friction >= 0 && friction <= 2)) {
      throw new IllegalArgumentException(
          "The friction of %s must lie from 0 to 2, got %s".formatted(noun, friction));
    }
  }

  /** Whether it is a mark on a surface: no body in the physics, gone when wiped. */
  public boolean isSpill() {
    return category.equals(SPILL);
  }

  /** Whether a word of a goal or request ("drink", "caffeinated", "coke") describes it. */
  public boolean is(String word) {
    return noun.equals(word) || category.equals(word) || attributes.contains(word);
  }

  /** The same with other words for it. */
  public ObjectKind withAliases(List<String> words) {
    return new ObjectKind(
        noun, plural, shape, massKg, friction, color, category, attributes, standable, words);
  }

  /** Its attributes and its category. */
  public Set<String> words() {
    Set<String> words = new TreeSet<>(attributes);
    words.add(category);
    return words;
  }

  /** The robot's word for it. */
  public Vocabulary.Kind word() {
    return new Vocabulary.Kind(noun, plural, standable, words(), aliases);
  }

  /**
   * The same thing lying on its side, as the box around it: its own z along the box's x. A thing
   * that lies with its box at a pose has itself the pose {@link #laid}.
   */
  public ObjectKind lying() {
    Shape box = new Shape.Box(shape.zM(), shape.yM(), shape.xM());
    return new ObjectKind(
        noun, plural, box, massKg, friction, color, category, attributes, standable, aliases);
  }

  /** The pose of a thing whose {@link #lying} box has the given one. */
  public static Pose laid(Pose box) {
    double quarter = Math.PI / 2;
    return Frames.compose(
        box, new Pose(0, 0, 0, 0, Math.sin(quarter / 2), 0, Math.cos(quarter / 2)));
  }
}
