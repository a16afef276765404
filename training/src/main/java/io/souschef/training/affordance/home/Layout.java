package io.souschef.training.affordance.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Finds room for furniture, most of it along the walls, so that one can come up to each piece. */
final class Layout {

  /** Free floor before a piece, metres. */
  private static final double FRONT_M = 1.05;

  private static final double GAP_M = 0.08;
  private static final double FROM_WALL_M = 0.02;
  private static final int TRIES = 40;

  private static final List<String> FACINGS = List.of("east", "north", "west", "south");

  /** A rectangle of floor by its middle and half extents, metres. */
  private record Floor(double x, double y, double halfX, double halfY) {

    boolean touches(Floor other, double gapM) {
      return Math.abs(x - other.x) < halfX + other.halfX + gapM
          && Math.abs(y - other.y) < halfY + other.halfY + gapM;
    }
  }

  /**
   * Where a piece stands.
   *
   * @param x of its middle, metres
   * @param y of its middle, metres
   * @param facing the way its front looks: "east", "north", "west" or "south"
   */
  record Spot(double x, double y, String facing) {}

  private final double lengthM;
  private final double widthM;
  private final RandomGenerator random;
  private final List<Floor> taken = new ArrayList<>();
  private final List<Floor> fronts = new ArrayList<>();

  Layout(double lengthM, double widthM, RandomGenerator random) {
    this.lengthM = lengthM;
    this.widthM = widthM;
    this.random = random;
  }

  /** A spot along a wall; empty when none was found. */
  Optional<Spot> atWall(double depthM, double pieceWidthM) {
    for (int i = 0; i < TRIES; i++) {
      String facing = FACINGS.get(random.nextInt(FACINGS.size()));
      boolean alongX = facing.equals("north") || facing.equals("south");
      double wallM = alongX ? lengthM : widthM;
      if (wallM <= pieceWidthM + 2 * GAP_M) {
        continue;
      }
      double along =
          pieceWidthM / 2 + GAP_M + random.nextDouble() * (wallM - pieceWidthM - 2 * GAP_M);
      double off = depthM / 2 + FROM_WALL_M;
      Spot spot =
          switch (facing) {
            case "north" -> new Spot(along, off, facing);
            case "south" -> new Spot(along, widthM - off, facing);
            case "east" -> new Spot(off, along, facing);
            default -> new Spot(lengthM - off, along, facing);
          };
      if (take(spot, depthM, pieceWidthM, 0)) {
        return Optional.of(rounded(spot));
      }
    }
    return Optional.empty();
  }

  /** A spot with free floor on all sides; empty when none was found. */
  Optional<Spot> free(double depthM, double pieceWidthM) {
    double spareM = Math.max(depthM, pieceWidthM) / 2 + FRONT_M;
    if (lengthM <= 2 * spareM || widthM <= 2 * spareM) {
      return Optional.empty();
    }
    for (int i = 0; i < TRIES; i++) {
      Spot spot =
          new Spot(
              spareM + random.nextDouble() * (lengthM - 2 * spareM),
              spareM + random.nextDouble() * (widthM - 2 * spareM),
              FACINGS.get(random.nextInt(FACINGS.size())));
      if (take(spot, depthM, pieceWidthM, 0.7)) {
        return Optional.of(rounded(spot));
      }
    }
    return Optional.empty();
  }

  private static Spot rounded(Spot spot) {
    return new Spot(HomeParts.thousandth(spot.x()), HomeParts.thousandth(spot.y()), spot.facing());
  }

  private boolean take(Spot spot, double depthM, double pieceWidthM, double aroundM) {
    boolean acrossX = spot.facing().equals("north") || spot.facing().equals("south");
    double halfX = (acrossX ? pieceWidthM : depthM) / 2;
    double halfY = (acrossX ? depthM : pieceWidthM) / 2;
    Floor piece = new Floor(spot.x(), spot.y(), halfX, halfY);
    Floor front = front(piece, spot.facing());
    double gapM = Math.max(GAP_M, aroundM);
    boolean fits =
        taken.stream().noneMatch(other -> piece.touches(other, gapM) || front.touches(other, 0))
            && fronts.stream().noneMatch(other -> piece.touches(other, 0));
    if (fits) {
      taken.add(piece);
      fronts.add(front);
    }
    return fits;
  }

  private static Floor front(Floor piece, String facing) {
    double half = FRONT_M / 2;
    return switch (facing) {
      case "north" -> new Floor(piece.x, piece.y + piece.halfY + half, piece.halfX, half);
      case "south" -> new Floor(piece.x, piece.y - piece.halfY - half, piece.halfX, half);
      case "east" -> new Floor(piece.x + piece.halfX + half, piece.y, half, piece.halfY);
      default -> new Floor(piece.x - piece.halfX - half, piece.y, half, piece.halfY);
    };
  }
}
