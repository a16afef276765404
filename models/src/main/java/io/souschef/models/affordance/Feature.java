package io.souschef.models.affordance;

import java.util.Locale;

/** One number the value function sees. Constants of the enums that implement this are columns. */
sealed interface Feature
    permits RobotFeature, ObjectFeature, PlaceFeature, RelationFeature, AttemptFeature {

  /** Position within its block. */
  int ordinal();

  /** Name of the constant. */
  String name();

  /** Smallest value; lower ones are written as this. */
  double low();

  /** Largest value; higher ones are written as this. */
  double high();

  /** What it says, with its unit. */
  String meaning();

  /** Name within its block, lower snake case. */
  default String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Writes a value into a block, cut to the feature's range; not-a-number is written as 0. */
  default void set(float[] block, int offset, double value) {
    block[offset + ordinal()] =
        Double.isNaN(value) ? 0 : (float) Math.max(low(), Math.min(high(), value));
  }

  /** Writes 1 for true and 0 for false. */
  default void set(float[] block, int offset, boolean value) {
    set(block, offset, value ? 1 : 0);
  }
}
