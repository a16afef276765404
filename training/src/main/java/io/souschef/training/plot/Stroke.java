package io.souschef.training.plot;

import java.util.Locale;

/**
 * How a line is drawn.
 *
 * @param colour as SVG writes it
 * @param dash lengths of its parts in pixels, so that it can be told without colours; "none" for
 *     none
 * @param width pixels
 */
public record Stroke(String colour, String dash, double width) {

  String attributes() {
    return String.format(
        Locale.ROOT,
        "fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-dasharray=\"%s\"",
        Plot.escaped(colour),
        width,
        Plot.escaped(dash));
  }
}
