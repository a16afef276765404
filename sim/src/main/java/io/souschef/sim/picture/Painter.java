package io.souschef.sim.picture;

import io.souschef.sim.kitchen.furniture.Rooms;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws a kitchen in software: z-buffer, one light with soft shadows, four samples a pixel. Needs
 * no display. Immutable; may be used from several threads.
 */
public final class Painter {

  private static final Rgb BACKDROP = new Rgb(0xFB, 0xFA, 0xF7);
  private static final String WALL_PREFIX = Rooms.WALLS + "/";

  private final int width;
  private final int height;

  /**
   * A painter of pictures of one size.
   *
   * @param width pixels
   * @param height pixels
   */
  public Painter(int width, int height) {
    if (width < 16 || height < 16 || width > 4096 || height > 4096) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A picture needs 16 to 4096 pixels each way, got %d x %d",
              width,
              height));
    }
    this.width = width;
    this.height = height;
  }

  /** The room from straight above, north up. */
  public BufferedImage topView(SceneView view, Labels labels) {
    return topView(view, labels, List.of());
  }

  /** The same with dots under the words. */
  public BufferedImage topView(SceneView view, Labels labels, List<Mark> marks) {
    double margin = 0.2;
    double scale =
        Math.min(width / (view.lengthM() + 2 * margin), height / (view.widthM() + 2 * margin));
    Vec3 eye = new Vec3(view.lengthM() / 2, view.widthM() / 2, 10);
    Projection fine =
        Projection.fromAbove(
            eye, scale * Canvas.SAMPLES, width * Canvas.SAMPLES, height * Canvas.SAMPLES);
    BufferedImage image = draw(view, fine, Optional.empty());
    Projection plain = Projection.fromAbove(eye, scale, width, height);
    Mark.draw(marks, image, plain);
    labels.draw(image, plain);
    return image;
  }

  /** The room from a point of view; walls between the eye and the room are left out. */
  public BufferedImage cameraView(SceneView view, Viewpoint from, Labels labels) {
    Projection fine =
        Projection.lookingAt(
            from.eye(),
            from.target(),
            from.fovRad(),
            width * Canvas.SAMPLES,
            height * Canvas.SAMPLES);
    BufferedImage image = draw(view, fine, Optional.of(from.eye()));
    labels.draw(
        image, Projection.lookingAt(from.eye(), from.target(), from.fovRad(), width, height));
    return image;
  }

  private BufferedImage draw(SceneView view, Projection projection, Optional<Vec3> eye) {
    List<Triangle> casters =
        Stream.of(view.fixtures(), view.robot(), view.objects())
            .flatMap(List::stream)
            .filter(shape -> !shape.id().startsWith(WALL_PREFIX))
            .flatMap(shape -> Meshes.of(shape).stream())
            .toList();
    Sunlight light = new Sunlight(view.lengthM(), view.widthM(), casters);
    Canvas canvas = new Canvas(width, height, projection);
    Paint tiles = Paint.tiles();
    floor(view).forEach(triangle -> canvas.draw(triangle, tiles));
    for (PlacedShape shape : view.fixtures()) {
      boolean wall = shape.id().startsWith(WALL_PREFIX);
      if (!wall || eye.isEmpty() || !stands(shape, eye.get(), view)) {
        paint(canvas, shape, Paint.plain(shape.color()));
      }
    }
    view.robot().forEach(shape -> paint(canvas, shape, Paint.plain(shape.color())));
    for (PlacedShape shape : view.objects()) {
      boolean can = shape.shape() instanceof Shape.Cylinder c && c.zM() > c.radiusM();
      paint(canvas, shape, can ? Paint.lidded(shape.color()) : Paint.plain(shape.color()));
    }
    return canvas.image(light, BACKDROP);
  }

  private static void paint(Canvas canvas, PlacedShape shape, Paint paint) {
    Meshes.of(shape).forEach(triangle -> canvas.draw(triangle, paint));
  }

  /** Whether a wall stands between an eye outside of the room and the room. */
  private static boolean stands(PlacedShape wall, Vec3 eye, SceneView view) {
    Vec3 outwards =
        new Vec3(wall.pose().x() - view.lengthM() / 2, wall.pose().y() - view.widthM() / 2, 0);
    Vec3 towardsEye = new Vec3(eye.x() - wall.pose().x(), eye.y() - wall.pose().y(), 0);
    return outwards.dot(towardsEye) > 0;
  }

  private static List<Triangle> floor(SceneView view) {
    Vec3 a = new Vec3(0, 0, 0);
    Vec3 b = new Vec3(view.lengthM(), 0, 0);
    Vec3 c = new Vec3(view.lengthM(), view.widthM(), 0);
    Vec3 d = new Vec3(0, view.widthM(), 0);
    List<Triangle> triangles = new ArrayList<>();
    triangles.add(Triangle.flat(a, b, c));
    triangles.add(Triangle.flat(a, c, d));
    return triangles;
  }
}
