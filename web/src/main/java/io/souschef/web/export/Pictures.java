package io.souschef.web.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.sim.picture.Labels;
import io.souschef.sim.picture.Painter;
import io.souschef.sim.picture.Png;
import io.souschef.sim.picture.SceneView;
import io.souschef.sim.picture.Viewpoint;
import io.souschef.web.replay.Replay;
import io.souschef.web.replay.Stills;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** An episode as pictures, painted in software. Stateless. */
public final class Pictures {

  private static final int GIF_FRAMES = 60;
  private static final int GIF_FRAME_MS = 120;

  private Pictures() {}

  /** The room at the episode's end, PNG. */
  public static byte[] png(Replay replay) {
    return Png.of(paint(new Stills(replay), replay.endS(), 1200, 760));
  }

  /**
   * The whole episode in some seconds, GIF: the time in which something moves, evenly, and below it
   * what was asked for, what is done and why.
   */
  public static byte[] gif(Replay replay) {
    List<Double> times = new ArrayList<>();
    List<JsonNode> frames = replay.frames();
    int stride = Math.max(1, (frames.size() + GIF_FRAMES - 1) / GIF_FRAMES);
    for (int i = 0; i < frames.size(); i += stride) {
      times.add(frames.get(i).path("t").asDouble());
    }
    times.add(replay.endS());
    Stills stills = new Stills(replay);
    List<Caption> captions = times.stream().map(t -> Caption.at(replay, t)).toList();
    int rows = captions.stream().mapToInt(caption -> caption.bars().size()).max().orElse(0);
    return Gif.of(
        IntStream.range(0, times.size())
            .mapToObj(
                i ->
                    CaptionPainter.below(
                        paint(stills, times.get(i), 640, 400), captions.get(i), rows))
            .toList(),
        GIF_FRAME_MS);
  }

  private static BufferedImage paint(Stills stills, double timeS, int width, int height) {
    SceneView view = stills.at(timeS);
    return new Painter(width, height).cameraView(view, Viewpoint.overview(view), Labels.NONE);
  }
}
