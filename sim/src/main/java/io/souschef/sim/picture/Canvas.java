package io.souschef.sim.picture;

import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Vec3;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects what is visible at each sample, then lights it (deferred shading): light and paint are
 * asked for once a pixel, and more often only along edges. Not thread-safe.
 */
final class Canvas {

  /** Samples along each side of a pixel. */
  static final int SAMPLES = 2;

  private static final int NOTHING = -1;

  private final int width;
  private final int height;
  private final DepthBuffer depths;
  private final List<Triangle> triangles = new ArrayList<>();
  private final List<Paint> paints = new ArrayList<>();
  private final int[] visible;
  private final float[] weightsA;
  private final float[] weightsB;

  /**
   * An empty canvas.
   *
   * @param width pixels of the finished picture
   * @param height pixels of the finished picture
   * @param fine projection to {@link #SAMPLES} times as many pixels
   */
  Canvas(int width, int height, Projection fine) {
    this.width = width;
    this.height = height;
    int samples = width * SAMPLES * height * SAMPLES;
    this.depths = new DepthBuffer(width * SAMPLES, height * SAMPLES, fine);
    this.visible = new int[samples];
    this.weightsA = new float[samples];
    this.weightsB = new float[samples];
    Arrays.fill(visible, NOTHING);
  }

  void draw(Triangle triangle, Paint paint) {
    int id = triangles.size();
    triangles.add(triangle);
    paints.add(paint);
    depths.draw(
        triangle,
        (index, a, b, c) -> {
          visible[index] = id;
          weightsA[index] = (float) a;
          weightsB[index] = (float) b;
        });
  }

  /** The finished picture. */
  BufferedImage image(Sunlight light, Rgb background) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int stride = width * SAMPLES;
    int count = SAMPLES * SAMPLES;
    int[] samples = new int[count];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        for (int i = 0; i < count; i++) {
          samples[i] = (row * SAMPLES + i / SAMPLES) * stride + column * SAMPLES + i % SAMPLES;
        }
        image.setRGB(column, row, pixel(samples, light, background));
      }
    }
    return image;
  }

  private int pixel(int[] samples, Sunlight light, Rgb background) {
    int first = samples[0];
    boolean uniform = true;
    for (int sample : samples) {
      uniform &= visible[sample] == visible[first];
    }
    if (uniform) {
      return packed(shade(first, light, background));
    }
    double red = 0;
    double green = 0;
    double blue = 0;
    for (int sample : samples) {
      Vec3 color = shade(sample, light, background);
      red += color.x();
      green += color.y();
      blue += color.z();
    }
    int count = samples.length;
    return packed(new Vec3(red / count, green / count, blue / count));
  }

  /** Red, green and blue from 0 to 255. */
  private Vec3 shade(int sample, Sunlight light, Rgb background) {
    int id = visible[sample];
    if (id == NOTHING) {
      return new Vec3(background.red(), background.green(), background.blue());
    }
    Triangle t = triangles.get(id);
    double a = weightsA[sample];
    double b = weightsB[sample];
    Vec3 point = mix(t.a(), t.b(), t.c(), a, b);
    Vec3 normal = mix(t.normalA(), t.normalB(), t.normalC(), a, b).unit();
    Rgb color = paints.get(id).at(point, normal);
    double brightness = light.brightness(point, normal);
    return new Vec3(
        color.red() * brightness, color.green() * brightness, color.blue() * brightness);
  }

  private static Vec3 mix(Vec3 u, Vec3 v, Vec3 w, double a, double b) {
    double c = 1 - a - b;
    return new Vec3(
        u.x() * a + v.x() * b + w.x() * c,
        u.y() * a + v.y() * b + w.y() * c,
        u.z() * a + v.z() * b + w.z() * c);
  }

  private static int packed(Vec3 color) {
    return bounded(color.x()) << 16 | bounded(color.y()) << 8 | bounded(color.z());
  }

  private static int bounded(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
