package io.souschef.web.export;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** Puts captions under pictures, as the page would tell it. Stateless. */
final class CaptionPainter {

  private static final int HEAD = 70;
  private static final int MARGIN = 14;
  private static final int ROW = 20;
  private static final int BAR_WIDTH = 60;
  private static final int BAR_SPACE = BAR_WIDTH + 30 + 26 + 14;
  private static final Color PAPER = Color.WHITE;
  private static final Color INK = new Color(0x1B2330);
  private static final Color SOFT = new Color(0x566172);
  private static final Color TROUGH = new Color(0xE6E8EC);
  private static final Color SAY = new Color(0x3565C4);
  private static final Color CAN = new Color(0xC2502F);
  private static final Color BOTH = new Color(0x26804F);

  private CaptionPainter() {}

  /**
   * The picture with its caption below.
   *
   * @param rows for how many candidates there shall be room, so that all pictures are of one size
   */
  static BufferedImage below(BufferedImage picture, Caption caption, int rows) {
    int width = picture.getWidth();
    int height = HEAD + rows * ROW;
    BufferedImage image =
        new BufferedImage(width, picture.getHeight() + height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.drawImage(picture, 0, 0, null);
    g.setColor(PAPER);
    g.fillRect(0, picture.getHeight(), width, height);
    int y = picture.getHeight() + 24;
    write(g, "“" + caption.instruction() + "”", MARGIN, y, width - 2 * MARGIN, Font.BOLD, INK);
    int half = caption.meaning().isEmpty() ? width - 2 * MARGIN : width / 2 - MARGIN - 8;
    write(g, caption.doing(), MARGIN, y + 22, half, Font.PLAIN, INK);
    if (!caption.meaning().isEmpty()) {
      write(g, caption.meaning(), width / 2, y + 22, width / 2 - MARGIN, Font.ITALIC, SOFT);
    }
    for (int i = 0; i < caption.bars().size(); i++) {
      row(g, caption.bars().get(i), y + 48 + i * ROW, width);
    }
    g.dispose();
    return image;
  }

  private static void row(Graphics2D g, Caption.Bar bar, int y, int width) {
    int first = width - MARGIN - 3 * BAR_SPACE;
    String mark = bar.chosen() ? "▶ " : "   ";
    int style = bar.chosen() ? Font.BOLD : Font.PLAIN;
    write(g, mark + bar.skill(), MARGIN, y, first - MARGIN - 10, style, bar.chosen() ? INK : SOFT);
    bar(g, "say", bar.say(), SAY, first, y);
    bar(g, "can", bar.can(), CAN, first + BAR_SPACE, y);
    bar(g, "both", bar.both(), BOTH, first + 2 * BAR_SPACE, y);
  }

  private static void bar(Graphics2D g, String name, double value, Color color, int x, int y) {
    write(g, name, x, y, 30, Font.PLAIN, SOFT);
    int left = x + 30;
    g.setColor(TROUGH);
    g.fillRect(left, y - 9, BAR_WIDTH, 9);
    g.setColor(color);
    g.fillRect(left, y - 9, (int) Math.round(BAR_WIDTH * Math.min(1, value)), 9);
    String number = String.format(Locale.ROOT, "%.2f", value);
    write(g, number, left + BAR_WIDTH + 3, y, 26, Font.PLAIN, SOFT);
  }

  /** Text that is cut off, with a sign, where there is no room. */
  private static void write(
      Graphics2D g, String text, int x, int y, int room, int style, Color color) {
    g.setFont(new Font(Font.SANS_SERIF, style, room <= 30 ? 11 : 14));
    g.setColor(color);
    FontMetrics metrics = g.getFontMetrics();
    String shown = text;
    while (shown.length() > 1 && metrics.stringWidth(shown) > room) {
      shown = shown.substring(0, shown.length() - 2) + "…";
    }
    g.drawString(shown, x, y);
  }
}
