package io.souschef.sim.kitchen.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.furniture.Hinge;
import io.souschef.sim.kitchen.furniture.Measures;
import io.souschef.sim.kitchen.furniture.Piece;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A piece of furniture as a kitchen file writes it.
 *
 * @param name its name, and its place's
 * @param type how it is built
 * @param at middle of its footprint, map frame, metres
 * @param facing the way its front looks
 * @param size depth, width and height, metres
 * @param color main colour
 * @param base height of what it stands on, metres
 * @param free where the free part of a counter begins and ends, metres left of its middle
 * @param front from its middle to the front edge of what it stands on or hangs over, metres
 * @param drawers places of a chest of drawers, from the top
 * @param hinge on which edge a door turns
 * @param levels floors of a cupboard, shelf or the like
 * @param floor height of its lowest floor over its foot, metres
 * @param oven what a stove's oven is called
 * @param attributes what is true of its places, besides what follows from their kind
 * @param aliases other words for its place
 * @param drawerAliases other words for each drawer, by its name
 */
record FurnitureEntry(
    String name,
    FurnitureType type,
    List<Double> at,
    @Nullable Facing facing,
    List<Double> size,
    String color,
    @Nullable Double base,
    @Nullable List<Double> free,
    @Nullable Double front,
    @Nullable List<String> drawers,
    @Nullable Hinge hinge,
    @Nullable Integer levels,
    @Nullable Double floor,
    @Nullable String oven,
    @Nullable Set<String> attributes,
    @Nullable List<String> aliases,
    @JsonProperty("drawer_aliases") @Nullable Map<String, List<String>> drawerAliases) {

  enum Facing {
    EAST(0),
    NORTH(Math.PI / 2),
    WEST(Math.PI),
    SOUTH(-Math.PI / 2);

    private final double yaw;

    Facing(double yaw) {
      this.yaw = yaw;
    }
  }

  /**
   * The piece with its places and what they are called.
   *
   * @throws IllegalArgumentException when it cannot be built so
   */
  Piece build() {
    Piece piece = type.build(this, measures());
    if (aliases != null && piece.sites().size() != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'aliases' are for furniture of one place, and %s has %d; write drawer_aliases for"
                  + " drawers",
              name,
              piece.sites().size()));
    }
    Set<String> unknown = new TreeSet<>(drawerAliases == null ? Set.of() : drawerAliases.keySet());
    piece.sites().forEach(site -> unknown.remove(site.name()));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "'drawer_aliases' names %s, which is no drawer of %s".formatted(unknown, name));
    }
    return new Piece(piece.furniture(), piece.sites().stream().map(this::described).toList());
  }

  private Site described(Site site) {
    Set<String> words = new TreeSet<>(site.place().attributes());
    words.addAll(attributes == null ? Set.of() : attributes);
    List<String> other = new ArrayList<>(aliases == null ? List.of() : aliases);
    if (drawerAliases != null) {
      other.addAll(drawerAliases.getOrDefault(site.name(), List.of()));
    }
    return site.with(site.place().with(words, other));
  }

  /** From its middle to the edge where the robot comes up to it, metres. */
  double frontOr(double usual) {
    return front == null ? usual : front;
  }

  /** Whether the footprint lies in a room of this size, with a millimetre to spare for rounding. */
  boolean standsIn(double lengthM, double widthM) {
    boolean across = facing == Facing.NORTH || facing == Facing.SOUTH;
    double halfX = (across ? size.get(1) : size.get(0)) / 2 - 0.001;
    double halfY = (across ? size.get(0) : size.get(1)) / 2 - 0.001;
    return at.get(0) - halfX >= 0
        && at.get(0) + halfX <= lengthM
        && at.get(1) - halfY >= 0
        && at.get(1) + halfY <= widthM;
  }

  private Measures measures() {
    double yaw = facing == null ? 0 : facing.yaw;
    Pose frame = Pose.upright(at.get(0), at.get(1), base == null ? type.usualBaseM() : base, yaw);
    return new Measures(name, frame, size.get(0), size.get(1), size.get(2), Rgb.parse(color));
  }
}
