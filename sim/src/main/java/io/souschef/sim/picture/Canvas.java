package io.souschef.sim.picture;

import io.souschef.sim.kitchen.Rgb;
import io.souschef.sim.kitchen.Vec3;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Lit, shaded pixels. Not thread-safe. */
final class Canvas {

  private final int width;
  private final int height;
  private final int[] pixels;
  private final DepthBuffer depths;
  private final Sunlight light;

  Canvas(int width, int height, Projection projection, Sunlight light, Rgb background) {
    this.width = width;
    this.height = height;
    this.depths = new DepthBuffer(width, height, projection);
    this.light = light;
    this.pixels = new int[width * height];
    Arrays.fill(pixels, packed(background, 1));
  }

  void draw(Triangle t, Paint paint) {
    depths.draw(
        t,
        (index, a, b, c) -> {
          Vec3 point = mix(t.a(), t.b(), t.c(), a, b, c);
          Vec3 normal = mix(t.normalA(), t.normalB(), t.normalC(), a, b, c).unit();
          pixels[index] = packed(paint.at(point, normal), light.brightness(point, normal));
        });
  }

  /** The picture with {@code samples} by {@code samples} pixels averaged into one. */
  BufferedImage image(int samples) {
    BufferedImage image =
        new BufferedImage(width / samples, height / samples, BufferedImage.TYPE_INT_RGB);
    int count = samples * samples;
    for (int row = 0; row < image.getHeight(); row++) {
      for (int column = 0; column < image.getWidth(); column++) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int i = 0; i < count; i++) {
          int x = column * samples + i % samples;
          int y = row * samples + i / samples;
          int pixel = pixels[y * width + x];
          red += pixel >> 16 & 0xFF;
          green += pixel >> 8 & 0xFF;
          blue += pixel & 0xFF;
        }
        image.setRGB(column, row, (red / count) << 16 | (green / count) << 8 | (blue / count));
      }
    }
    return image;
  }

  private static Vec3 mix(Vec3 u, Vec3 v, Vec3 w, double a, double b, double c) {
    return new Vec3(
        u.x() * a + v.x() * b + w.x() * c,
        u.y() * a + v.y() * b + w.y() * c,
        u.z() * a + v.z() * b + w.z() * c);
  }

  private static int packed(Rgb color, double brightness) {
    return bounded(color.red() * brightness) << 16
        | bounded(color.green() * brightness) << 8
        | bounded(color.blue() * brightness);
  }

  private static int bounded(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
