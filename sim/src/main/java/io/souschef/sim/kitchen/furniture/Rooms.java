package io.souschef.sim.kitchen.furniture;

import io.souschef.sim.kitchen.Furniture;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.skills.world.Pose;
import java.util.List;

/** What is solid and offers no place: walls and plain blocks. */
public final class Rooms {

  /** Name of the piece that holds the four walls; pictures leave out those in front. */
  public static final String WALLS = "walls";

  private static final Rgb PLASTER = new Rgb(0xEF, 0xE9, 0xDE);
  private static final double THICK_M = 0.1;

  private Rooms() {}

  /** Four walls around a room whose corner is the map frame's origin. */
  public static Furniture walls(double lengthM, double widthM, double heightM) {
    Measures m = new Measures(WALLS, Pose.upright(0, 0, 0, 0), lengthM, widthM, heightM, PLASTER);
    double t = THICK_M;
    return new Workpiece(m)
        .box("west", -t, -t, 0, 0, widthM + t, heightM, PLASTER)
        .box("east", lengthM, -t, 0, lengthM + t, widthM + t, heightM, PLASTER)
        .box("south", 0, -t, 0, lengthM, 0, heightM, PLASTER)
        .box("north", 0, widthM, 0, lengthM, widthM + t, heightM, PLASTER)
        .furniture();
  }

  /** A solid block that is only in the way. */
  public static Piece block(Measures m) {
    double x = m.depthM() / 2;
    double y = m.widthM() / 2;
    Workpiece work = new Workpiece(m).box("block", -x, -y, 0, x, y, m.heightM(), m.color());
    return new Piece(work.furniture(), List.of());
  }
}
