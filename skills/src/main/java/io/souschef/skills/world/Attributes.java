package io.souschef.skills.world;

import java.util.List;

/**
 * The words for what is true of things and places that everybody here knows: the training text is
 * written in them, programs may speak of them, and kitchens are best described by them. A kitchen
 * may have others of its own.
 */
public final class Attributes {

  /** Of things, by which they are called, too: "a drink", "some fruit". */
  public static final List<String> SORTS =
      words(
          """
          food drink snack fruit vegetable soda juice water tea coffee alcohol milk chips candy bar
          dessert bakery meat condiment meal soap paper cloth dish cup cutlery cookware utensil tool
          toy medicine pet plant book can bottle bag box container
          """);

  /** Of things: how they look. */
  public static final List<String> COLOURS =
      words("red green yellow orange brown blue white black purple pink");

  /** Of things: everything. */
  public static final List<String> OF_THINGS =
      words(
          """
          food drink snack fruit vegetable soda juice water tea coffee alcohol milk chips candy bar
          chocolate dessert bakery dairy meat condiment grain breakfast meal salty sweet spicy sour
          sugary sugarfree caffeinated healthy refreshing energizing hydrating hot cold carbonated
          clear nutty vegan cleaning absorbent soap paper cloth dish cup cutlery cookware utensil
          sharp tool office writing electronics toy clothing bathroom medicine pet plant book
          recyclable compostable breakable heavy round soft openable can bottle bag box container
          light red green yellow orange brown blue white black purple pink
          """);

  /** Of places: everything. */
  public static final List<String> OF_PLACES =
      words(
          """
          surface container opens bin trash recycling compost room seat person kitchen office
          bathroom bedroom livingroom garden garage wipeable
          """);

  private Attributes() {}

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
