package io.souschef.app.episode;

import io.souschef.app.view.Frame;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.picture.Labels;
import io.souschef.sim.picture.Painter;
import io.souschef.sim.picture.Png;
import io.souschef.sim.picture.SceneView;
import io.souschef.sim.picture.Viewpoint;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Takes pictures while an episode goes on: the start, what the body does, and what came of each
 * skill. They are drawn when it is over, so that nobody waits for a pencil. Used by one thread.
 */
final class Filmstrip implements Consumer<EpisodeEvent> {

  private static final int MOST_IN_A_STEP = 4;

  private final Stage stage;
  private final List<Shot> shots = new ArrayList<>();
  private String phase = "";
  private int inThisStep;

  /** What a picture will show. */
  private record Shot(int step, String caption, SceneView scene, Viewpoint from) {}

  Filmstrip(Stage stage) {
    this.stage = stage;
  }

  @Override
  public void accept(EpisodeEvent event) {
    if (event instanceof EpisodeEvent.Started) {
      take(0, "start");
    } else if (event instanceof EpisodeEvent.SkillStarted) {
      phase = "";
      inThisStep = 0;
    } else if (event instanceof EpisodeEvent.SkillProgressed progressed
        && !phase.equals(progressed.progress().phase())) {
      phase = progressed.progress().phase();
      if (inThisStep < MOST_IN_A_STEP - 1) {
        inThisStep++;
        take(progressed.step(), progressed.step() + ": " + phase);
      }
    } else if (event instanceof EpisodeEvent.SkillEnded ended) {
      String mark = ended.result().succeeded() ? "✓ " : "✗ ";
      take(
          ended.step(),
          String.format(Locale.ROOT, "%d: %s%s", ended.step(), mark, ended.skill().text()));
    }
  }

  /** Draws all that was taken. */
  List<Frame> frames() {
    Painter painter = new Painter(560, 380);
    return shots.stream()
        .map(
            shot ->
                Frame.of(
                    shot.step(),
                    shot.caption(),
                    Png.of(painter.cameraView(shot.scene(), shot.from(), Labels.NONE))))
        .toList();
  }

  /** The room from above, with names, as it is now. */
  byte[] topView() {
    SceneView now = stage.view().get();
    return Png.of(new Painter(1200, 860).topView(now, SceneView.labels(stage.world().get())));
  }

  /** The room as through its missing southern wall, as it is now. */
  byte[] overview() {
    SceneView now = stage.view().get();
    return Png.of(new Painter(1200, 760).cameraView(now, Viewpoint.overview(now), Labels.NONE));
  }

  private void take(int step, String caption) {
    Pose at = stage.world().get().base();
    Viewpoint from = Viewpoint.following(new Vec3(at.x(), at.y(), 0), at.yaw());
    shots.add(new Shot(step, caption, stage.view().get(), from));
  }
}
