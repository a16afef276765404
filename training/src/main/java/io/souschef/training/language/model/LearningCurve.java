package io.souschef.training.language.model;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;

/** Draws losses and accuracy over the examples seen, as a picture. */
final class LearningCurve {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 480;
  private static final int MARGIN = 60;

  private LearningCurve() {}

  static void write(List<Checkpoint.Round> history, Path png) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    double most =
        history.stream().mapToDouble(r -> Math.max(r.loss(), r.heldOut())).max().orElse(1);
    axes(g, history, most);
    curve(g, history, r -> r.loss() / most, new Color(0x1f77b4), "loss, training", 0);
    curve(g, history, r -> r.heldOut() / most, new Color(0xd62728), "loss, held out", 1);
    curve(
        g, history, Checkpoint.Round::topOne, new Color(0x2ca02c), "next skill right, held out", 2);
    g.dispose();
    ImageIO.write(image, "png", png.toFile());
  }

  private static void axes(Graphics2D g, List<Checkpoint.Round> history, double most) {
    for (int i = 0; i <= 5; i++) {
      int y = y(i / 5.0);
      g.setColor(new Color(0xdddddd));
      g.drawLine(MARGIN, y, WIDTH - MARGIN, y);
      g.setColor(Color.DARK_GRAY);
      g.drawString(String.format(Locale.ROOT, "%.2f", most * i / 5), 15, y + 4);
      g.drawString(i * 20 + "%", WIDTH - MARGIN + 8, y + 4);
    }
    int examples = history.isEmpty() ? 0 : history.get(history.size() - 1).examples();
    g.drawString("0", MARGIN, HEIGHT - MARGIN + 20);
    g.drawString(examples + " examples", WIDTH - MARGIN - 90, HEIGHT - MARGIN + 20);
  }

  private static void curve(
      Graphics2D g,
      List<Checkpoint.Round> history,
      ToDoubleFunction<Checkpoint.Round> value,
      Color color,
      String label,
      int row) {
    g.setColor(color);
    g.setStroke(new BasicStroke(2));
    Path2D path = new Path2D.Double();
    for (int i = 0; i < history.size(); i++) {
      double x = MARGIN + (WIDTH - 2.0 * MARGIN) * (i + 1) / history.size();
      double y = y(Math.min(1, value.applyAsDouble(history.get(i))));
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    g.draw(path);
    g.drawString(label, MARGIN + 20 + row * 220, 30);
  }

  private static int y(double share) {
    return (int) Math.round(HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN));
  }
}
