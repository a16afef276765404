package io.souschef.sim.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Pose;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PainterTest {

  private static final Rgb RED = new Rgb(220, 20, 20);
  private static final Rgb BLUE = new Rgb(20, 20, 220);

  private final Painter painter = new Painter(200, 200);

  @Test
  void theTopViewShowsAThingWhereItStands() {
    BufferedImage image = painter.topView(room(box("a", RED, 1.0, 3.0, 0.5, 0.4)), Labels.NONE);
    // 4 x 4 m and 0.2 m around in 200 pixels; north is up.
    assertThat(isReddish(image, pixel(1.0), 200 - pixel(3.0))).isTrue();
    assertThat(isReddish(image, pixel(3.0), 200 - pixel(1.0))).isFalse();
  }

  @Test
  void whatIsHigherHidesWhatIsLowerWhateverTheOrder() {
    PlacedShape low = box("low", RED, 2, 2, 0.2, 0.4);
    PlacedShape high = box("high", BLUE, 2, 2, 1.0, 0.4);
    for (SceneView view : List.of(room(low, high), room(high, low))) {
      assertThat(isReddish(painter.topView(view, Labels.NONE), 100, 100)).isFalse();
    }
  }

  @Test
  void whatIsNearerHidesWhatIsFartherInTheCameraView() {
    PlacedShape near = box("near", RED, 2, 1.5, 0.5, 0.4);
    PlacedShape far = box("far", BLUE, 2, 3, 0.5, 0.4);
    Viewpoint south = new Viewpoint(new Vec3(2, -2, 0.5), new Vec3(2, 2, 0.5), 1);
    assertThat(isReddish(painter.cameraView(room(far, near), south, Labels.NONE), 100, 100))
        .isTrue();
    Viewpoint north = new Viewpoint(new Vec3(2, 6, 0.5), new Vec3(2, 2, 0.5), 1);
    assertThat(isReddish(painter.cameraView(room(far, near), north, Labels.NONE), 100, 100))
        .isFalse();
  }

  @Test
  void farThingsLookSmaller() {
    Viewpoint south = new Viewpoint(new Vec3(2, -2, 0.6), new Vec3(2, 2, 0.6), 1);
    int near =
        redPixels(painter.cameraView(room(box("a", RED, 2, 1, 0.5, 0.4)), south, Labels.NONE));
    int far =
        redPixels(painter.cameraView(room(box("a", RED, 2, 3.5, 0.5, 0.4)), south, Labels.NONE));
    assertThat(far).isPositive().isLessThan(near / 2);
  }

  @Test
  void anEyeAmongThingsSeesNothingOfWhatIsBehindIt() {
    Viewpoint inside = new Viewpoint(new Vec3(2, 2, 0.6), new Vec3(2, 4, 0.6), 1);
    BufferedImage image =
        painter.cameraView(room(box("behind", RED, 2, 1, 0.5, 0.4)), inside, Labels.NONE);
    assertThat(redPixels(image)).isZero();
  }

  @Test
  void aThingThrowsAShadowOnTheFloor() {
    BufferedImage empty = painter.topView(room(), Labels.NONE);
    BufferedImage full = painter.topView(room(box("a", RED, 2, 2, 0.5, 1.0)), Labels.NONE);
    int darker = 0;
    for (int i = 0; i < 200 * 200; i++) {
      int x = i % 200;
      int y = i / 200;
      boolean floor = !isReddish(full, x, y);
      if (floor && brightness(full, x, y) < brightness(empty, x, y) - 15) {
        darker++;
      }
    }
    assertThat(darker).isGreaterThan(50);
  }

  @Test
  void theSameViewGivesTheSamePixels() {
    Scene scene = new SceneReader(KitchenFile.standard()).standard(5);
    SceneView view = SceneView.of(scene);
    Viewpoint from = Viewpoint.overview(view);
    assertThat(pixels(painter.cameraView(view, from, Labels.NONE)))
        .isEqualTo(pixels(painter.cameraView(view, from, Labels.NONE)));
  }

  @Test
  void everyObjectOfTheDefaultSceneInTheOpenCanBeSeenFromAbove() {
    Scene scene = new SceneReader(KitchenFile.standard()).standard(5);
    Painter large = new Painter(444, 324);
    SceneView view = SceneView.of(scene);
    BufferedImage full = large.topView(view, Labels.NONE);
    for (PlacedShape object : view.objects()) {
      String place = scene.object(object.id()).orElseThrow().place().orElseThrow();
      List<PlacedShape> others =
          view.objects().stream().filter(other -> !other.equals(object)).toList();
      SceneView without =
          new SceneView(view.lengthM(), view.widthM(), view.fixtures(), view.robot(), others);
      boolean same = pixels(large.topView(without, Labels.NONE)).equals(pixels(full));
      boolean hidden = place.endsWith("drawer") || place.equals("fridge");
      assertThat(same).as(object.id() + " at " + place).isEqualTo(hidden);
    }
  }

  @Test
  void labelsChangeThePicture() {
    SceneView view = room(box("a", RED, 2, 2, 0.5, 0.4));
    Labels labels = new Labels(List.of(new Labels.Label("here", new Vec3(1, 1, 0), true)));
    assertThat(pixels(painter.topView(view, labels)))
        .isNotEqualTo(pixels(painter.topView(view, Labels.NONE)));
  }

  @Test
  void anImpossibleSizeIsRefused() {
    assertThatThrownBy(() -> new Painter(0, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A picture needs 16 to 4096 pixels each way, got 0 x 100");
  }

  private static SceneView room(PlacedShape... objects) {
    return new SceneView(4, 4, List.of(), List.of(), List.of(objects));
  }

  private static PlacedShape box(String id, Rgb color, double x, double y, double z, double side) {
    return new PlacedShape(id, new Shape.Box(side, side, side), Pose.upright(x, y, z, 0), color);
  }

  private static int pixel(double metres) {
    return (int) Math.round((metres + 0.2) / 4.4 * 200);
  }

  private static boolean isReddish(BufferedImage image, int x, int y) {
    Color color = new Color(image.getRGB(x, y));
    return color.getRed() > 2 * color.getGreen() && color.getRed() > 2 * color.getBlue();
  }

  private static int brightness(BufferedImage image, int x, int y) {
    Color color = new Color(image.getRGB(x, y));
    return (color.getRed() + color.getGreen() + color.getBlue()) / 3;
  }

  private static int redPixels(BufferedImage image) {
    int count = 0;
    for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
      count += isReddish(image, i % image.getWidth(), i / image.getWidth()) ? 1 : 0;
    }
    return count;
  }

  private static List<Integer> pixels(BufferedImage image) {
    int[] data = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(data).boxed().toList();
  }
}
