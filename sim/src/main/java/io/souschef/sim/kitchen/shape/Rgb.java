package io.souschef.sim.kitchen.shape;

import java.util.Locale;

/**
 * A colour in sRGB.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Rgb(int red, int green, int blue) {

  public Rgb {
    if (((red | green | blue) & ~0xFF) != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "A colour has parts from 0 to 255, got (%d, %d, %d)", red, green, blue));
    }
  }

  /** Reads {@code #rrggbb}. */
  public static Rgb parse(String hex) {
    if (!hex.matches("#[0-9a-fA-F]{6}")) {
      throw new IllegalArgumentException(
          "A colour is written #rrggbb, for example #d94f4f, not '%s'".formatted(hex));
    }
    int value = Integer.parseInt(hex.substring(1), 16);
    return new Rgb(value >> 16, value >> 8 & 0xFF, value & 0xFF);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }
}
