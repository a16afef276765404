package io.souschef.app.robot;

import io.souschef.ros.node.BodyState;
import io.souschef.ros.node.CameraFrame;
import io.souschef.ros.node.Senses;
import io.souschef.sim.Posture;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.picture.Labels;
import io.souschef.sim.picture.Painter;
import io.souschef.sim.picture.SceneView;
import io.souschef.sim.picture.Viewpoint;
import io.souschef.skills.world.Pose;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Joints and camera of the simulated robot, as a ROS 2 robot publishes them. */
final class SimulatedSenses {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final double FOV = Math.toRadians(75);
  private static final String HEAD = "robot/head";

  /** From axes that look along x with z up to those that look along z with y down (REP-103). */
  private static final Pose OPTICAL = new Pose(0, 0, 0, -0.5, 0.5, -0.5, 0.5);

  private SimulatedSenses() {}

  static Senses of(SimulatedRobot robot) {
    return new Senses(
        () -> Optional.of(body(robot.posture())),
        () -> {
          SceneView view = robot.view();
          Posture posture = robot.posture();
          return Optional.of(() -> paint(view, posture));
        });
  }

  private static BodyState body(Posture posture) {
    return new BodyState(posture.timeS(), posture.base(), posture.joints());
  }

  private static CameraFrame paint(SceneView view, Posture posture) {
    Pose camera = posture.camera();
    Vec3 ahead = Frames.toParent(camera, new Vec3(1, 0, 0));
    Viewpoint from = new Viewpoint(Frames.position(camera), ahead, FOV);
    BufferedImage image =
        new Painter(WIDTH, HEIGHT).cameraView(withoutHead(view), from, Labels.NONE);
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int pixel = image.getRGB(i % WIDTH, i / WIDTH);
      rgb[3 * i] = (byte) (pixel >> 16);
      rgb[3 * i + 1] = (byte) (pixel >> 8);
      rgb[3 * i + 2] = (byte) pixel;
    }
    return new CameraFrame(
        posture.timeS(),
        WIDTH,
        HEIGHT,
        ByteBuffer.wrap(rgb).asReadOnlyBuffer(),
        WIDTH / 2.0 / Math.tan(FOV / 2),
        Frames.compose(camera, OPTICAL));
  }

  /** The camera sits inside of the head's solid. */
  private static SceneView withoutHead(SceneView view) {
    return new SceneView(
        view.lengthM(),
        view.widthM(),
        view.fixtures(),
        view.robot().stream().filter(link -> !link.id().equals(HEAD)).toList(),
        view.objects());
  }
}
