package io.souschef.models.affordance;

/** One place: an argument, the place where an object is, or the place where the robot stands. */
enum PlaceFeature implements Feature {
  ASKED(0, 1, "1 when there is such a place"),
  SURFACE(0, 1, "1 for a surface"),
  BIN(0, 1, "1 for a bin"),
  BASIN(0, 1, "1 for a basin"),
  CLOSABLE(0, 1, "1 when it opens and closes"),
  PERSON(0, 1, "1 for a person"),
  ROBOT_THERE(0, 1, "1 when the robot stands at it"),
  DISTANCE_M(0, 15, "floor distance from the base to its centre, metres"),
  BASE_ALONG_M(0, 8, "distance of the base from its centre along its own x axis, metres"),
  BASE_ACROSS_M(0, 8, "distance of the base from its centre along its own y axis, metres"),
  FACING(-1, 1, "cosine of the angle between the base's heading and the way to its centre"),
  HEIGHT_M(-0.5, 3, "height of its surface or opening, metres"),
  LENGTH_M(0, 5, "extent along its own x axis, metres"),
  WIDTH_M(0, 5, "extent along its own y axis, metres"),
  OPEN(0, 1, "1 when it was last seen open"),
  CLOSED(0, 1, "1 when it was last seen closed"),
  LOOKED(0, 1, "1 when it has ever been looked at"),
  AGE(0, 8, "ln(1 + seconds since the last look)"),
  OBJECTS(0, 20, "number of objects tracked there"),
  FREE_M2(0, 5, "its area less the footprints of the objects tracked there, square metres"),
  FILM(0, 1, "1 when something thinner than 5 mm was seen there, such as a spill"),
  COVERED(0, 1, "share of its area that is under those footprints");

  private final double low;
  private final double high;
  private final String meaning;

  PlaceFeature(double low, double high, String meaning) {
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
