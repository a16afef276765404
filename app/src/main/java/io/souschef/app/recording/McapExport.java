package io.souschef.app.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mcap.EpisodeRecording;
import io.souschef.ros.mcap.RosRecording;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.sim.picture.Labels;
import io.souschef.sim.picture.Painter;
import io.souschef.sim.picture.Png;
import io.souschef.sim.picture.SceneView;
import io.souschef.sim.picture.Viewpoint;
import io.souschef.skills.file.WholeFile;
import io.souschef.web.replay.Replay;
import io.souschef.web.replay.Stills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** An episode's trace as an MCAP file, by robot time from the episode's beginning. */
public final class McapExport {

  private static final Set<String> PICTURED = Set.of("started", "skill_started", "skill_ended");

  private McapExport() {}

  /**
   * Writes it: the file is whole, or as it was before.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when the file cannot be written
   */
  public static void write(Replay replay, Path file) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        fill(replay, file); // a pipe or a device, which nothing can take the place of
        return;
      }
      WholeFile.fill(file, part -> fill(replay, part));
    } catch (IOException e) {
      throw Recorder.unwritable(file, e);
    }
  }

  private static void fill(Replay replay, Path file) throws IOException {
    RosRecording recording = new RosRecording(file, MessageCatalog.standard(Distribution.JAZZY));
    try (recording) {
      EpisodeRecording episode = new EpisodeRecording(recording, "map", "base_link", true);
      Stills stills = new Stills(replay);
      for (ObjectNode event : replay.events()) {
        if (recording.failure().isPresent()) {
          break;
        }
        double timeS = event.path("t").asDouble();
        long nanos = Math.max(0, Math.round(timeS * 1e9));
        ObjectNode line = event.deepCopy();
        line.remove("t");
        episode.accept(line, nanos);
        if (PICTURED.contains(event.path("event").asText())) {
          episode.picture("/souschef/image", picture(stills.at(timeS)), nanos);
        }
      }
    }
    if (recording.failure().isPresent()) {
      throw recording.failure().get();
    }
  }

  private static byte[] picture(SceneView view) {
    return Png.of(new Painter(640, 420).cameraView(view, Viewpoint.overview(view), Labels.NONE));
  }
}
