package io.souschef.app.kitchen;

import io.souschef.sim.kitchen.shape.Rgb;
import java.awt.Color;
import java.util.Optional;

/** What people call a colour, where most would agree. Stateless. */
final class ColourWord {

  private static final double DARK = 0.2;
  private static final double LIGHT = 0.85;
  private static final double GREY = 0.15;
  private static final double VIVID = 0.4;
  private static final double BROWN_BELOW = 0.65;

  private ColourWord() {}

  /** By hue, saturation and brightness; empty for greys and what lies between two words. */
  static Optional<String> of(Rgb colour) {
    float[] hsb = Color.RGBtoHSB(colour.red(), colour.green(), colour.blue(), null);
    if (hsb[2] < DARK) {
      return Optional.of("black");
    }
    if (hsb[1] < GREY) {
      return hsb[2] > LIGHT ? Optional.of("white") : Optional.empty();
    }
    return hsb[1] < VIVID ? Optional.empty() : Optional.of(hue(360.0 * hsb[0], hsb[2]));
  }

  private static String hue(double degrees, double brightness) {
    if (degrees < 12 || degrees >= 345) {
      return "red";
    }
    if (degrees < 45) {
      return brightness < BROWN_BELOW ? "brown" : "orange";
    }
    if (degrees < 70) {
      return "yellow";
    }
    if (degrees < 165) {
      return "green";
    }
    if (degrees < 255) {
      return "blue";
    }
    return degrees < 300 ? "purple" : "pink";
  }
}
