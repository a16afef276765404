package io.souschef.training.affordance.home;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.souschef.skills.file.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What homes drawn at random are made of. Immutable.
 *
 * @param furniture pieces that stand at a wall or in the middle of the room
 * @param microwaves what stands on counters and opens
 * @param people who lives there
 * @param things kinds of things by their form
 * @param heavy things that weigh more than they look
 */
record HomeParts(
    List<PieceSort> furniture,
    PieceSort microwaves,
    PieceSort people,
    List<ThingSort> things,
    Heavy heavy) {

  /**
   * A measure that is drawn evenly.
   *
   * @param least in metres or kilograms
   * @param most in the same
   */
  record Range(double least, double most) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Range of(List<Double> ends) {
      return new Range(ends.get(0), ends.get(1));
    }

    /** A value to the millimetre or gram. */
    double draw(RandomGenerator random) {
      return thousandth(least + (most - least) * random.nextDouble());
    }
  }

  /** To the millimetre or gram. */
  static double thousandth(double value) {
    return Math.round(1000 * value) / 1000.0;
  }

  /**
   * Furniture of a type.
   *
   * @param type as a kitchen file names it; null where the field says it
   * @param depth front to back, metres
   * @param width along its front, metres
   * @param height metres
   * @param base height of what it hangs at, metres; null on the floor
   * @param names what it may be called
   * @param drawers what its drawers may be called; null where it has none
   */
  record PieceSort(
      @Nullable String type,
      Range depth,
      Range width,
      Range height,
      @Nullable Range base,
      List<String> names,
      @Nullable List<String> drawers) {}

  /**
   * Things of a form.
   *
   * @param form "box", "cylinder" or "sphere"
   * @param deep greatest horizontal extent of a box, metres; null for others
   * @param wide least horizontal extent of a box, or the diameter, metres
   * @param tall height, metres; null for a sphere
   * @param mass kilograms
   * @param standable whether it can be toppled and stood up
   * @param category one word; null for any
   * @param attributes what is true of all of them
   * @param nouns what they may be called
   */
  record ThingSort(
      String form,
      @Nullable Range deep,
      Range wide,
      @Nullable Range tall,
      Range mass,
      boolean standable,
      @Nullable String category,
      @Nullable List<String> attributes,
      List<String> nouns) {}

  /**
   * Things that weigh more than they look.
   *
   * @param share of all that is no spill, in [0, 1]
   * @param mass kilograms
   */
  record Heavy(double share, Range mass) {}

  static HomeParts read() {
    try (InputStream in = Resource.open(HomeParts.class, "homes.yaml")) {
      return new YAMLMapper().readValue(in, HomeParts.class);
    } catch (IOException e) {
      throw new IllegalStateException("homes.yaml in the jar cannot be read", e);
    }
  }
}
