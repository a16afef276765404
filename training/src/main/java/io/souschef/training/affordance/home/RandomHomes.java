package io.souschef.training.affordance.home;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.file.KitchenSource;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.training.affordance.home.HomeParts.PieceSort;
import io.souschef.training.affordance.home.HomeParts.ThingSort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws homes by seed: the room, the furniture with its sizes, heights and doors, what each place
 * and thing is called, what things measure and weigh. Each is written as a kitchen file and read as
 * one, so that whatever holds for people's own homes holds for it. Same seed, same home. Safe to
 * share.
 */
public final class RandomHomes {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int TRIES = 100;
  private static final int FEWEST_PIECES = 9;
  private static final int MOST_PIECES = 17;
  private static final int FEWEST_KINDS = 30;
  private static final int MOST_KINDS = 60;
  private static final double MICROWAVE_SHARE = 0.5;
  private static final double MIDDLE_SHARE = 0.5;

  /** Every home has these, so that there is always something to put on, into and away. */
  private static final List<String> EVERYWHERE =
      List.of("counter", "table", "bin", "drawers", "cupboard", "sink");

  private static final String COLOR = "#b9a27c";

  private final HomeParts parts = HomeParts.read();

  /** The home of a seed. */
  public Kitchen home(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    InvalidInputException last = null;
    for (int i = 0; i < TRIES; i++) {
      String text = new Draft(random.split(), seed).text();
      try {
        return new KitchenSource("Home " + seed, text, Optional.empty(), Optional.empty())
            .kitchen();
      } catch (InvalidInputException nobodyCanStandSomewhere) {
        last = nobodyCanStandSomewhere;
      }
    }
    throw new IllegalStateException("No home could be drawn by seed " + seed, last);
  }

  /** One home in the making; used once. */
  private final class Draft {

    private final RandomGenerator random;
    private final ObjectNode home = JSON.createObjectNode();
    private final ArrayNode furniture;
    private final Set<String> taken = new HashSet<>();
    private final Layout layout;

    Draft(RandomGenerator random, long seed) {
      this.random = random;
      double lengthM = new HomeParts.Range(5.5, 9).draw(random);
      double widthM = new HomeParts.Range(4.5, 7).draw(random);
      this.layout = new Layout(lengthM, widthM, random);
      home.put("name", "home " + Long.toUnsignedString(seed));
      home.putObject("room").put("length", lengthM).put("width", widthM).put("wall_height", 2.4);
      this.furniture = home.putArray("furniture");
    }

    String text() {
      add("person", parts.people());
      for (String type : EVERYWHERE) {
        parts.furniture().stream()
            .filter(sort -> type.equals(sort.type()))
            .forEach(sort -> add(type, sort));
      }
      int pieces = random.nextInt(FEWEST_PIECES, MOST_PIECES + 1);
      while (furniture.size() < pieces) {
        PieceSort sort = any(parts.furniture());
        if (sort.type() == null || !add(sort.type(), sort)) {
          pieces--;
        }
      }
      ArrayNode kinds = home.putArray("objects");
      int count = random.nextInt(FEWEST_KINDS, MOST_KINDS + 1);
      parts.things().forEach(sort -> kinds.add(kind(sort)));
      while (kinds.size() < count) {
        kinds.add(kind(any(parts.things())));
      }
      return home.toString();
    }

    /** Whether there was room, and a name. */
    private boolean add(String type, PieceSort sort) {
      double depthM = sort.depth().draw(random);
      double pieceWidthM = sort.width().draw(random);
      boolean middle = type.equals("table") && random.nextDouble() < MIDDLE_SHARE;
      Optional<Layout.Spot> spot =
          middle ? layout.free(depthM, pieceWidthM) : layout.atWall(depthM, pieceWidthM);
      String name = unused(sort.names());
      if (spot.isEmpty() || name == null) {
        return false;
      }
      ObjectNode piece = piece(name, type, spot.get());
      size(piece, depthM, pieceWidthM, sort.height().draw(random));
      if (sort.base() != null) {
        piece.put("base", sort.base().draw(random));
      }
      switch (type) {
        case "cupboard", "wall_cabinet", "fridge" ->
            piece.put("hinge", random.nextBoolean() ? "left" : "right");
        case "drawers" -> drawers(piece, sort);
        case "counter" -> {
          if (pieceWidthM > 1.5 && random.nextDouble() < MICROWAVE_SHARE) {
            microwave(piece, spot.get(), depthM, pieceWidthM);
          }
        }
        default -> {}
      }
      return true;
    }

    private ObjectNode piece(String name, String type, Layout.Spot spot) {
      ObjectNode piece = furniture.addObject();
      piece.put("name", name).put("type", type).put("facing", spot.facing()).put("color", COLOR);
      piece.putArray("at").add(spot.x()).add(spot.y());
      return piece;
    }

    private void size(ObjectNode piece, double depthM, double pieceWidthM, double heightM) {
      piece.putArray("size").add(depthM).add(pieceWidthM).add(heightM);
    }

    private void drawers(ObjectNode piece, PieceSort sort) {
      ArrayNode names = piece.putArray("drawers");
      int count = random.nextInt(1, 4);
      for (int i = 0; i < count; i++) {
        String name = sort.drawers() == null ? null : unused(sort.drawers());
        if (name != null) {
          names.add(name);
        }
      }
    }

    /** At the right end of a counter, as one sees it from behind, near its back. */
    private void microwave(
        ObjectNode counter, Layout.Spot spot, double depthM, double counterWidthM) {
      PieceSort sort = parts.microwaves();
      String name = unused(sort.names());
      if (name == null) {
        return;
      }
      double deepM = Math.min(sort.depth().draw(random), depthM - 0.06);
      double wideM = sort.width().draw(random);
      double left = wideM / 2 + 0.06 - counterWidthM / 2;
      double back = (depthM - deepM) / 2 - 0.01;
      double topM = counter.withArray("size").get(2).doubleValue();
      counter
          .putArray("free")
          .add(HomeParts.thousandth(left + wideM / 2 + 0.1))
          .add(HomeParts.thousandth(counterWidthM / 2));
      ObjectNode piece = piece(name, "microwave", beside(spot, left, back));
      size(piece, deepM, wideM, sort.height().draw(random));
      piece.put("base", topM).put("front", HomeParts.thousandth(depthM / 2 + back));
    }

    private static Layout.Spot beside(Layout.Spot spot, double left, double back) {
      double x = spot.x();
      double y = spot.y();
      return switch (spot.facing()) {
        case "north" ->
            new Layout.Spot(
                HomeParts.thousandth(x - left), HomeParts.thousandth(y - back), "north");
        case "south" ->
            new Layout.Spot(
                HomeParts.thousandth(x + left), HomeParts.thousandth(y + back), "south");
        case "east" ->
            new Layout.Spot(HomeParts.thousandth(x - back), HomeParts.thousandth(y + left), "east");
        default ->
            new Layout.Spot(HomeParts.thousandth(x + back), HomeParts.thousandth(y - left), "west");
      };
    }

    private ObjectNode kind(ThingSort sort) {
      ObjectNode kind = JSON.createObjectNode();
      String noun = unused(sort.nouns());
      String called = noun == null ? any(sort.nouns()) + " " + taken.size() : noun;
      taken.add(called);
      kind.put("noun", called).put("color", COLOR);
      double wideM = sort.wide().draw(random);
      double tallM = sort.tall() == null ? wideM : sort.tall().draw(random);
      ObjectNode shape = kind.putObject("shape");
      switch (sort.form()) {
        case "sphere" -> shape.put("sphere", wideM);
        case "cylinder" -> shape.putArray("cylinder").add(wideM).add(tallM);
        default -> {
          double deepM = sort.deep() == null ? wideM : sort.deep().draw(random);
          shape.putArray("box").add(Math.max(deepM, wideM)).add(Math.min(deepM, wideM)).add(tallM);
        }
      }
      boolean heavy = sort.mass().most() > 0 && random.nextDouble() < parts.heavy().share();
      kind.put("mass_kg", (heavy ? parts.heavy().mass() : sort.mass()).draw(random));
      kind.put("category", sort.category() == null ? "thing" : sort.category());
      if (sort.attributes() != null) {
        ArrayNode attributes = kind.putArray("attributes");
        sort.attributes().forEach(attributes::add);
      }
      if (sort.standable()) {
        kind.put("standable", true);
      }
      return kind;
    }

    private @Nullable String unused(List<String> names) {
      List<String> left = new ArrayList<>(names);
      left.removeAll(taken);
      if (left.isEmpty()) {
        return null;
      }
      String name = any(left);
      taken.add(name);
      return name;
    }

    private <T> T any(List<T> choices) {
      return choices.get(random.nextInt(choices.size()));
    }
  }
}
