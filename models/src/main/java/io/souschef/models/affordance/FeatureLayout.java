package io.souschef.models.affordance;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a feature row, block after block. A trained model knows its columns by position,
 * so the order is part of the file format of models and rollouts.
 */
public final class FeatureLayout {

  /** The robot. */
  static final int ROBOT = 0;

  /** The object argument; what is held, where a skill names no object. */
  static final int OBJECT = ROBOT + RobotFeature.values().length;

  /** The place where that object is. */
  static final int SUPPORT = OBJECT + ObjectFeature.values().length;

  /** The second object argument. */
  static final int OTHER = SUPPORT + PlaceFeature.values().length;

  /** The place argument. */
  static final int PLACE = OTHER + ObjectFeature.values().length;

  /** The place where the robot stands. */
  static final int HERE = PLACE + PlaceFeature.values().length;

  /** Relations between the arguments. */
  static final int RELATION = HERE + PlaceFeature.values().length;

  /** The skill's own earlier failures. */
  static final int ATTEMPT = RELATION + RelationFeature.values().length;

  /** Number of columns. */
  public static final int WIDTH = ATTEMPT + AttemptFeature.values().length;

  /**
   * Under this key a model file carries the {@link #signature} of the columns it was trained on.
   */
  public static final String METADATA_KEY = "features";

  private static final List<Column> COLUMNS = list();

  private FeatureLayout() {}

  /**
   * A column.
   *
   * @param name block and feature: {@code object.distance_m}
   * @param low smallest value it takes
   * @param high largest value it takes
   * @param meaning what it says, with its unit
   */
  public record Column(String name, double low, double high, String meaning) {}

  /** Every column in order. A block whose argument a skill lacks is all zeros. */
  public static List<Column> columns() {
    return COLUMNS;
  }

  /** The names of all columns in order, separated by blanks. */
  public static String signature() {
    return String.join(" ", COLUMNS.stream().map(Column::name).toList());
  }

  /**
   * Position of a column.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static int indexOf(String name) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (COLUMNS.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("There is no feature '%s'".formatted(name));
  }

  private static List<Column> list() {
    List<Column> columns = new ArrayList<>(WIDTH);
    add(columns, "robot", RobotFeature.values());
    add(columns, "object", ObjectFeature.values());
    add(columns, "support", PlaceFeature.values());
    add(columns, "other", ObjectFeature.values());
    add(columns, "place", PlaceFeature.values());
    add(columns, "here", PlaceFeature.values());
    add(columns, "relation", RelationFeature.values());
    add(columns, "attempt", AttemptFeature.values());
    return List.copyOf(columns);
  }

  private static void add(List<Column> columns, String block, Feature[] features) {
    for (Feature feature : features) {
      columns.add(
          new Column(
              block + "." + feature.key(), feature.low(), feature.high(), feature.meaning()));
    }
  }
}
