package io.souschef.web.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.failure.InvalidInputException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * How everything in a kitchen moved during an episode, as JSON lines beside its trace: first the
 * kitchen, then what changed, with robot times, and when each event of the trace happened. Used by
 * one thread.
 */
public final class MotionLog implements Consumer<EpisodeEvent>, AutoCloseable {

  /** The file's name, beside the trace. */
  public static final String FILE = "motion.jsonl";

  /** Robot time between two records, seconds; pages draw what lies between. */
  private static final double EVERY_S = 0.1;

  private final BufferedWriter writer;
  private final MotionDelta delta = new MotionDelta();
  private double nextS = Double.NEGATIVE_INFINITY;
  private double timeS;
  private int events;

  private MotionLog(BufferedWriter writer) {
    this.writer = writer;
  }

  /** Starts a log in a folder, replacing an older one. */
  public static MotionLog create(Path folder, Kitchen kitchen) {
    try {
      MotionLog log = new MotionLog(Files.newBufferedWriter(folder.resolve(FILE)));
      ObjectNode first = SceneJson.JSON.createObjectNode();
      first.set("kitchen", SceneJson.kitchen(kitchen));
      log.write(first);
      return log;
    } catch (IOException e) {
      throw new InvalidInputException(
          "Cannot write '%s' in '%s'; choose a writable folder".formatted(FILE, folder), e);
    }
  }

  /** Whether enough time has passed that the next {@link #moved} writes something. */
  public boolean isDue(double robotTimeS) {
    return robotTimeS >= nextS || robotTimeS < timeS;
  }

  /**
   * The kitchen went on.
   *
   * @param robotTimeS robot time, seconds
   * @param moving everything that can move
   */
  public void moved(double robotTimeS, List<PlacedShape> moving) {
    timeS = robotTimeS;
    nextS = robotTimeS + EVERY_S;
    delta
        .next(moving)
        .ifPresent(
            change -> {
              change.put("t", seconds());
              write(change);
            });
  }

  @Override
  public void accept(EpisodeEvent event) {
    write(SceneJson.JSON.createObjectNode().put("t", seconds()).put("event", events++));
  }

  private double seconds() {
    return Math.round(timeS * 1e3) / 1e3;
  }

  private void write(ObjectNode line) {
    try {
      writer.write(line.toString());
      writer.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("The motion cannot be written any further", e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The motion cannot be closed", e);
    }
  }
}
