package io.souschef.models.affordance;

/** One individual of a kind: the one in the hand, or else the one that is easiest to get at. */
enum ObjectFeature implements Feature {
  ASKED(0, 1, "1 when the skill names such an object"),
  KNOWN(0, 1, "1 when one is tracked or held"),
  HELD(0, 1, "1 when it is the one in the gripper"),
  COUNT(0, 8, "number of tracked ones, the held one not among them"),
  VISIBLE(0, 1, "1 when it was detected in the newest frame"),
  AGE(0, 8, "ln(1 + seconds since its last detection)"),
  CONFIDENCE(0, 1, "detector's confidence"),
  DISTANCE_M(0, 15, "floor distance from the base, metres"),
  HEIGHT_M(-0.5, 3, "height of its centre over the floor, metres"),
  BEARING_COS(-1, 1, "cosine of its direction in the base frame"),
  BEARING_SIN(-1, 1, "sine of its direction in the base frame"),
  LENGTH_M(0, 1, "longer horizontal extent, metres"),
  WIDTH_M(0, 1, "shorter horizontal extent, metres"),
  TALL_M(0, 1, "vertical extent, metres"),
  UPRIGHT(0, 1, "1 when it stands"),
  TILT(0, 3.1416, "angle to the vertical, radians"),
  AT_A_PLACE(0, 1, "1 when it was seen on or in a place"),
  AT_ROBOT(0, 1, "1 when that is the place where the robot stands"),
  EDGE_M(
      -1, 1, "distance from its centre to the nearest edge of its place, metres; negative outside"),
  CENTRE_M(0, 3, "floor distance from its centre to the centre of its place, metres"),
  ABOVE_M(-1, 1, "height of its underside over its place, metres"),
  NEIGHBOUR_M(0, 2, "smallest floor distance to another tracked object, centre to centre, metres"),
  CROWD(0, 10, "number of other tracked objects within 0.25 m"),
  COVERED(0, 1, "1 when another tracked object stands over it");

  private final double low;
  private final double high;
  private final String meaning;

  ObjectFeature(double low, double high, String meaning) {
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
