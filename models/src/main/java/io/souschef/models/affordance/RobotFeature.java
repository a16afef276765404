package io.souschef.models.affordance;

/** The robot itself and how much it knows; the same for every skill of one observation. */
enum RobotFeature implements Feature {
  HAND_FULL(0, 1, "1 when something is in the gripper"),
  HELD_LENGTH_M(0, 1, "longer horizontal extent of what is held, metres"),
  HELD_WIDTH_M(0, 1, "shorter horizontal extent of what is held, metres"),
  HELD_HEIGHT_M(0, 1, "vertical extent of what is held, metres"),
  HELD_TILT(0, 3.1416, "angle of what is held to the vertical, radians"),
  AT_A_PLACE(0, 1, "1 when the base stands in the working area of a place"),
  LOOKED_FRACTION(0, 1, "share of the known places that have been looked at"),
  OPENABLE_LOOKED_FRACTION(
      0, 1, "share of the places with a door or drawer whose inside has been looked at"),
  OPENABLE_OPEN_FRACTION(
      0, 1, "share of the places with a door or drawer that were last seen open"),
  OBJECTS_KNOWN(0, 5, "ln(1 + number of tracked objects)"),
  PERSON_KNOWN(0, 1, "1 when a place is a person"),
  PERSON_DISTANCE_M(0, 15, "floor distance to the nearest person, metres");

  private final double low;
  private final double high;
  private final String meaning;

  RobotFeature(double low, double high, String meaning) {
    this.low = low;
    this.high = high;
    this.meaning = meaning;
  }

  @Override
  public double low() {
    return low;
  }

  @Override
  public double high() {
    return high;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
