package io.souschef.sim.picture;

import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Vec3;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A dot on a plan.
 *
 * @param at map frame
 * @param radiusM metres
 * @param color of the dot
 */
public record Mark(Vec3 at, double radiusM, Rgb color) {

  private static final int OPACITY = 170;

  static void draw(List<Mark> marks, BufferedImage image, Projection projection) {
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      for (Mark mark : marks) {
        double radius = mark.radiusM() * projection.pixelsPerUnit();
        Rgb color = mark.color();
        graphics.setColor(new Color(color.red(), color.green(), color.blue(), OPACITY));
        graphics.fill(
            new Ellipse2D.Double(
                projection.column(mark.at()) - radius,
                projection.row(mark.at()) - radius,
                2 * radius,
                2 * radius));
      }
    } finally {
      graphics.dispose();
    }
  }
}
