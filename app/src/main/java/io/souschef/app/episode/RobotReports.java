package io.souschef.app.episode;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.ros.event.RobotEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a robot reports, on its way into an episode's trace: from any thread, written at once. What
 * comes before the episode is kept for its beginning; what comes after it is logged.
 */
public final class RobotReports implements Consumer<RobotEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(RobotReports.class);
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  private final List<RobotEvent> early = new ArrayList<>();
  private @Nullable Consumer<EpisodeEvent> sink;
  private boolean over;

  @Override
  public synchronized void accept(RobotEvent event) {
    if (sink != null) {
      sink.accept(reported(event));
    } else if (over) {
      LOG.warn("After the episode: {}", event);
    } else {
      early.add(event);
    }
  }

  /** What a robot reports, as an event of an episode. */
  public static EpisodeEvent.RobotReported reported(RobotEvent event) {
    return new EpisodeEvent.RobotReported(JSON.valueToTree(event));
  }

  /** A listener for the episode's own events that puts both in one order, for one listener. */
  Consumer<EpisodeEvent> joined(Consumer<EpisodeEvent> listener) {
    return event -> {
      synchronized (this) {
        listener.accept(event);
        if (sink == null) {
          sink = listener;
          early.forEach(this);
          early.clear();
        }
      }
    };
  }

  /** Nothing more goes to the listener. */
  synchronized void end() {
    sink = null;
    over = true;
  }
}
