package io.souschef.app.kitchen;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.picture.Labels;
import io.souschef.sim.picture.Mark;
import io.souschef.sim.picture.Painter;
import io.souschef.sim.picture.Png;
import io.souschef.sim.picture.SceneView;
import io.souschef.sim.picture.Viewpoint;
import io.souschef.sim.state.WorldState;
import io.souschef.sim.survey.ReachMap;
import io.souschef.skills.file.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kitchen as it usually looks: from above with the arm's reach, and in 3-D. */
public final class KitchenPictures {

  private static final int LONG_SIDE = 1200;
  private static final double DOT_M = 0.022;
  private static final Rgb REACHED = new Rgb(0x2E, 0x9E, 0x4F);
  private static final Rgb MISSED = new Rgb(0xD0, 0x3B, 0x3B);

  private final Kitchen kitchen;
  private final ReachMap reach;

  public KitchenPictures(Kitchen kitchen, ReachMap reach) {
    this.kitchen = kitchen;
    this.reach = reach;
  }

  /**
   * Writes {@code <name>-plan.png} and {@code <name>-3d.png}.
   *
   * @return the files
   * @throws io.souschef.skills.failure.MachineException when the folder cannot be written; nothing
   *     half-written is left then
   */
  public List<Path> write(Path folder, String name) {
    Scene scene = new SceneReader(kitchen).standard(1);
    SceneView view = SceneView.of(scene);
    Labels labels = SceneView.labels(WorldState.of(scene));
    double longest = Math.max(kitchen.lengthM(), kitchen.widthM());
    int width = (int) Math.max(480, LONG_SIDE * kitchen.lengthM() / longest);
    int height = (int) Math.max(480, LONG_SIDE * kitchen.widthM() / longest);
    Path plan = folder.resolve(name + "-plan.png");
    Path picture = folder.resolve(name + "-3d.png");
    save(new Painter(width, height).topView(view, labels, dots()), plan);
    BufferedImage inside =
        new Painter(LONG_SIDE, LONG_SIDE * 3 / 4)
            .cameraView(view, Viewpoint.overview(view), Labels.NONE);
    save(inside, picture);
    return List.of(plan, picture);
  }

  private List<Mark> dots() {
    return kitchen.sites().stream()
        .flatMap(site -> reach.spots(site).stream())
        .map(spot -> new Mark(spot.at(), DOT_M, spot.reached() ? REACHED : MISSED))
        .toList();
  }

  private static void save(BufferedImage image, Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw WholeFile.unwritable(file, e);
    }
    WholeFile.write(file, Png.of(image));
  }
}
