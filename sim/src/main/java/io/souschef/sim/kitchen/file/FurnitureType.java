package io.souschef.sim.kitchen.file;

import io.souschef.sim.kitchen.furniture.Cabinets;
import io.souschef.sim.kitchen.furniture.Cupboards;
import io.souschef.sim.kitchen.furniture.Cupboards.Inside;
import io.souschef.sim.kitchen.furniture.Hinge;
import io.souschef.sim.kitchen.furniture.Measures;
import io.souschef.sim.kitchen.furniture.Piece;
import io.souschef.sim.kitchen.furniture.Rooms;
import io.souschef.sim.kitchen.furniture.Seats;
import io.souschef.sim.kitchen.furniture.Tables;
import io.souschef.sim.kitchen.furniture.Vessels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a piece of furniture can be. */
enum FurnitureType {
  TABLE,
  DESK,
  SIDE_TABLE,
  COUNTER,
  STOVE,
  SHELF,
  CUPBOARD,
  WALL_CABINET,
  FRIDGE,
  MICROWAVE,
  DISHWASHER,
  DRAWERS,
  SOFA,
  BED,
  BIN,
  BASKET,
  BOX,
  SINK,
  BOWL,
  PERSON,
  BLOCK;

  private static final double FRIDGE_DOOR_KG = 8;
  private static final double DOOR_KG = 8;
  private static final double SMALL_DOOR_KG = 6;

  /**
   * Height of a level where nobody says how many there are, metres: what goes into a drawer fits.
   */
  private static final double USUAL_LEVEL_M = 0.45;

  /** Height of what it stands on or hangs at where nobody says it, metres. */
  double usualBaseM() {
    return this == WALL_CABINET ? 1.2 : 0;
  }

  /**
   * The piece.
   *
   * @throws IllegalArgumentException when it cannot be built so
   */
  Piece build(FurnitureEntry entry, Measures m) {
    return switch (this) {
      case TABLE, DESK, SIDE_TABLE -> Tables.table(m);
      case COUNTER ->
          entry.free() == null
              ? Tables.counter(m, -m.widthM() / 2, m.widthM() / 2)
              : Tables.counter(m, entry.free().get(0), entry.free().get(1));
      case STOVE -> Tables.stove(m, Optional.ofNullable(entry.oven()));
      case SHELF -> Cupboards.open(m, inside(entry, 0.25, levels(m, 0.25)));
      case CUPBOARD -> closed(entry, m, 0.3, levels(m, 0.3), Hinge.LEFT, DOOR_KG);
      case WALL_CABINET -> closed(entry, m, 0.03, 1, Hinge.LEFT, DOOR_KG);
      case FRIDGE -> closed(entry, m, 0.55, 2, Hinge.LEFT, FRIDGE_DOOR_KG);
      case MICROWAVE -> closed(entry, m, 0.03, 1, Hinge.LEFT, SMALL_DOOR_KG);
      case DISHWASHER -> closed(entry, m, 0.34, 1, Hinge.BELOW, DOOR_KG);
      case DRAWERS ->
          Cabinets.drawers(
              m, entry.drawers() == null ? List.of(m.name() + " drawer") : entry.drawers());
      case SOFA -> Seats.sofa(m);
      case BED -> Seats.bed(m);
      case BIN -> Vessels.bin(m);
      case BASKET, BOX -> Vessels.basket(m, entry.frontOr(m.depthM() / 2));
      case SINK -> Vessels.sink(m);
      case BOWL -> Vessels.bowl(m, entry.frontOr(m.depthM()));
      case PERSON -> Tables.person(m);
      case BLOCK -> Rooms.block(m);
    };
  }

  private static Piece closed(
      FurnitureEntry entry, Measures m, double floorM, int levels, Hinge usual, double doorKg) {
    Hinge hinge = entry.hinge() == null ? usual : entry.hinge();
    return Cupboards.closed(m, inside(entry, floorM, levels), hinge, doorKg);
  }

  private static Inside inside(FurnitureEntry entry, double floorM, int levels) {
    return new Inside(
        entry.floor() == null ? floorM : entry.floor(),
        entry.levels() == null ? levels : entry.levels(),
        entry.front() == null ? OptionalDouble.empty() : OptionalDouble.of(entry.front()));
  }

  private static int levels(Measures m, double floorM) {
    return Math.max(1, (int) Math.floor((m.heightM() - floorM) / USUAL_LEVEL_M));
  }
}
