package io.souschef.sim.picture;

import io.souschef.sim.kitchen.shape.Vec3;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words in a picture, each beside its point; later ones give way to earlier ones.
 *
 * @param labels in order of importance
 */
public record Labels(List<Label> labels) {

  /** No words. */
  public static final Labels NONE = new Labels(List.of());

  private static final Logger LOG = LoggerFactory.getLogger(Labels.class);
  private static final int STEPS = 6;

  public Labels {
    labels = List.copyOf(labels);
  }

  /**
   * A word at a point.
   *
   * @param text what is written
   * @param at the point it belongs to, map frame
   * @param strong whether it is written in white on dark, as for places
   */
  public record Label(String text, Vec3 at, boolean strong) {}

  void draw(BufferedImage image, Projection projection) {
    if (labels.isEmpty()) {
      return;
    }
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      int size = Math.max(9, image.getWidth() / 92);
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
      draw(graphics, image, projection);
    } catch (InternalError | NullPointerException e) {
      // A JDK without any font reports it in these two ways; a picture without words is still one.
      LOG.warn("No font on this machine; the picture has no labels", e);
    } finally {
      graphics.dispose();
    }
  }

  private void draw(Graphics2D graphics, BufferedImage image, Projection projection) {
    FontMetrics metrics = graphics.getFontMetrics();
    List<Rectangle2D> taken = new ArrayList<>();
    for (Label label : labels) {
      if (projection.depth(label.at()) <= 0) {
        continue;
      }
      double x = projection.column(label.at());
      double y = projection.row(label.at());
      double w = metrics.stringWidth(label.text()) + 8;
      double h = metrics.getHeight() + 2;
      Rectangle2D spot = spot(taken, x - w / 2, y - h / 2, w, h);
      Rectangle2D picture = new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
      if (spot == null || !picture.contains(spot)) {
        continue;
      }
      taken.add(spot);
      graphics.setColor(
          label.strong() ? new Color(62, 66, 74, 205) : new Color(255, 255, 255, 205));
      graphics.fill(new RoundRectangle2D.Double(spot.getX(), spot.getY(), w, h, h / 2, h / 2));
      graphics.setColor(label.strong() ? Color.WHITE : new Color(40, 42, 48));
      graphics.drawString(
          label.text(), (float) spot.getX() + 4, (float) spot.getY() + 1 + metrics.getAscent());
    }
  }

  /** The nearest free spot above or below; null when there is none. */
  private static @Nullable Rectangle2D spot(
      List<Rectangle2D> taken, double x, double y, double w, double h) {
    for (int step = 0; step < 2 * STEPS; step++) {
      double shift = (step % 2 == 0 ? step / 2 : -(step + 1) / 2) * (h + 1);
      Rectangle2D spot = new Rectangle2D.Double(x, y - shift, w, h);
      if (taken.stream().noneMatch(spot::intersects)) {
        return spot;
      }
    }
    return null;
  }
}
