package io.souschef.app.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.ros.Transports;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.mcap.EpisodeRecording;
import io.souschef.ros.mcap.RosRecording;
import io.souschef.ros.mcap.TopicRecording;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records what happens between Souschef and a ROS 2 robot while it happens, by wall-clock time: the
 * episode's events, and what the robot publishes, by a link of its own. Events may come from any
 * thread.
 */
public final class Recorder implements Consumer<EpisodeEvent>, AutoCloseable {

  private final Optional<Open> open;
  private boolean closed;

  private record Open(RosRecording file, EpisodeRecording episode, TopicRecording topics) {}

  private Recorder(Optional<Open> open) {
    this.open = open;
  }

  /**
   * Begins to record.
   *
   * @param file where to; null for nowhere
   * @throws InvalidInputException when it cannot be written
   * @throws io.souschef.skills.execution.RobotException when the robot cannot be reached
   */
  public static Recorder of(@Nullable Path file, RobotConfig config) {
    if (file == null) {
      return new Recorder(Optional.empty());
    }
    RosRecording recording;
    try {
      recording = new RosRecording(file, config.catalog());
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    try {
      return new Recorder(
          Optional.of(
              new Open(
                  recording,
                  new EpisodeRecording(
                      recording, config.frames().map(), config.frames().base(), false),
                  new TopicRecording(
                      Transports.connect(config.connection(), config.catalog()),
                      config,
                      recording))));
    } catch (RuntimeException e) {
      recording.close();
      throw e;
    }
  }

  /** That a recording cannot be written. */
  public static InvalidInputException unwritable(Path file, IOException e) {
    return new InvalidInputException(
        "Recording '%s' cannot be written (%s); choose another file"
            .formatted(file, IoReason.of(e)),
        e);
  }

  @Override
  public synchronized void accept(EpisodeEvent event) {
    open.ifPresent(o -> o.episode().accept((ObjectNode) Trace.json(event), TopicRecording.now()));
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    open.ifPresent(
        o -> {
          o.topics().close();
          o.file().close();
        });
  }
}
