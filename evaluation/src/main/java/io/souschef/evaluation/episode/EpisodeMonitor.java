package io.souschef.evaluation.episode;

import io.souschef.evaluation.run.Attempt;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.skills.execution.SkillResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Takes down what an attempt's record, times and trace are made of. Used by one thread. */
final class EpisodeMonitor implements Consumer<EpisodeEvent> {

  /** Candidates of a decision that a trace keeps: enough for the bars of a report. */
  private static final int KEPT = 10;

  private final List<EpisodeEvent> events = new ArrayList<>();
  private final List<Attempt.Step> steps = new ArrayList<>();
  private final Stopwatch stopwatch;
  private double robotTimeS;
  private boolean asked;

  EpisodeMonitor(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
  }

  @Override
  public void accept(EpisodeEvent event) {
    if (event instanceof EpisodeEvent.SkillProgressed) {
      return;
    }
    events.add(event instanceof EpisodeEvent.Decided decided ? shortened(decided) : event);
    if (event instanceof EpisodeEvent.SkillEnded ended) {
      steps.add(new Attempt.Step(ended.skill().text(), words(ended.result())));
      robotTimeS += ended.result().durationS();
    } else if (event instanceof EpisodeEvent.Asked) {
      asked = true;
    } else if (event instanceof EpisodeEvent.Timed timed) {
      stopwatch.add(timed);
    }
  }

  private static EpisodeEvent shortened(EpisodeEvent.Decided decided) {
    Decision decision = decided.decision();
    return new EpisodeEvent.Decided(
        decided.step(),
        new Decision(
            decision.chosen(),
            decision.candidates().stream().limit(KEPT).toList(),
            decision.skills()));
  }

  private static String words(SkillResult result) {
    if (result instanceof SkillResult.Failed failed) {
      return failed.reason().words();
    }
    return result.succeeded() ? Attempt.Step.SUCCEEDED : "canceled";
  }

  List<Attempt.Step> steps() {
    return steps;
  }

  /** Whether the robot asked anything. */
  boolean hasAsked() {
    return asked;
  }

  double robotTimeS() {
    return robotTimeS;
  }

  /** The trace, compressed. */
  byte[] trace() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer =
            new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8);
        Trace trace = Trace.to(writer)) {
      events.forEach(trace);
    } catch (IOException e) {
      throw new UncheckedIOException("A trace cannot be compressed", e);
    }
    return bytes.toByteArray();
  }
}
