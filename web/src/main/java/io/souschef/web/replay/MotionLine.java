package io.souschef.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Path;
import java.util.List;

/** Checks the lines of a recorded motion, so that what is shown of them needs no doubts. */
final class MotionLine {

  private static final double LARGEST_ROOM_M = 1000;

  private MotionLine() {}

  /**
   * The kitchen of the first line.
   *
   * @throws InvalidInputException when there is none, or it cannot be drawn
   */
  static ObjectNode kitchen(Path file, ObjectNode first) {
    if (!(first.get("kitchen") instanceof ObjectNode kitchen)) {
      throw new InvalidInputException(
          "Motion '%s', line 1 holds no kitchen; restore the file, or take it away to see what the robot believed"
              .formatted(file));
    }
    Drawable.require("Motion", file, 1, () -> kitchen(kitchen));
    return kitchen;
  }

  private static void kitchen(ObjectNode kitchen) {
    side(kitchen.path("length"));
    side(kitchen.path("width"));
    kitchen.path("fixed").forEach(Stills::shape);
    kitchen.path("places").forEach(place -> Stills.pose(place.path("pose")));
  }

  private static void side(JsonNode node) {
    double metres = Drawable.metres(node);
    if (!(metres > 0 && metres <= LARGEST_ROOM_M)) {
      throw new IllegalArgumentException(
          "A room is longer than 0 m and at most %s m long, not %s"
              .formatted(LARGEST_ROOM_M, metres));
    }
  }

  /**
   * Makes sure that all lines but the first can be drawn.
   *
   * @throws InvalidInputException naming the first that cannot
   */
  static void require(Path file, List<ObjectNode> motion) {
    for (int i = 1; i < motion.size(); i++) {
      ObjectNode line = motion.get(i);
      Drawable.require("Motion", file, i + 1, () -> frame(line));
    }
  }

  private static void frame(ObjectNode line) {
    Drawable.seconds(line.path("t"));
    line.path("new").forEach(Stills::shape);
    line.path("poses").forEach(Stills::pose);
  }
}
