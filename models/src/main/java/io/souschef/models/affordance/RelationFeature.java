package io.souschef.models.affordance;

/** How the arguments of a skill stand to each other and to what is held. */
enum RelationFeature implements Feature {
  OBJECT_AT_PLACE(0, 1, "1 when the object was seen at the place argument"),
  OBJECT_TO_PLACE_M(0, 15, "floor distance from the object to the place argument, metres"),
  OBJECT_TO_OTHER_M(0, 15, "floor distance between the two objects, metres"),
  SAME_PLACE(0, 1, "1 when both objects were seen at one place"),
  OTHER_CLOSABLE(0, 1, "1 when the second object is in a place that opens and closes"),
  OTHER_OPEN(0, 1, "1 when that place was last seen open"),
  HELD_IS_ANOTHER(0, 1, "1 when the hand holds something other than the object argument"),
  HELD_IS_OTHER(0, 1, "1 when the hand holds the second object"),
  FITS(
      0, 1, "1 when the object's footprint is at most half of the free area at the place argument");

  private final double low;
  private final double high;
  private final String meaning;

  RelationFeature(double low, double high, String meaning) {
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
