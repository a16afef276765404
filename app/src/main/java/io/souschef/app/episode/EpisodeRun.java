package io.souschef.app.episode;

import io.souschef.app.view.EpisodePage;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.sim.goal.Goal;
import io.souschef.sim.state.WorldState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Plays one episode on a stage and leaves everything about it in a folder. */
public final class EpisodeRun {

  private final EpisodePlanner planner;
  private final Stage stage;
  private final EpisodeFolder folder;

  public EpisodeRun(EpisodePlanner planner, Stage stage, EpisodeFolder folder) {
    this.planner = planner;
    this.stage = stage;
    this.folder = folder;
  }

  /**
   * Plays it.
   *
   * @param about what the trace shall record of the surroundings
   * @param goal what must hold in the end, when the instruction is a task's
   * @param listener told of every event beside the trace
   */
  public EpisodeSummary play(
      Instruction instruction,
      Map<String, String> about,
      Optional<Goal> goal,
      Consumer<EpisodeEvent> listener) {
    List<EpisodeEvent> events = new ArrayList<>();
    Filmstrip filmstrip = new Filmstrip(stage);
    EpisodeEvent.Ended ended;
    Path trace = folder.path().resolve(EpisodeFolder.TRACE);
    try (Trace lines = Trace.create(trace)) {
      Consumer<EpisodeEvent> all = lines.andThen(events::add).andThen(filmstrip).andThen(listener);
      ended = planner.run(instruction, stage.robot(), about, all);
    }
    WorldState end = stage.world().get();
    Optional<Boolean> holds = goal.map(wanted -> wanted.holds(end));
    List<String> aftermath = Aftermath.of(end);
    List<String> closing = new ArrayList<>(aftermath);
    holds.ifPresent(
        good -> closing.add(good ? "the task's goal holds" : "the task's goal does not hold"));
    keep("top.png", filmstrip.topView());
    keep("overview.png", filmstrip.overview());
    String page = new EpisodePage().render(events, filmstrip.frames(), closing);
    keep(EpisodeFolder.PAGE, page.getBytes(StandardCharsets.UTF_8));
    return new EpisodeSummary(
        instruction.text(),
        ended.outcome(),
        ended.message(),
        plan(events),
        simulatedS(events),
        aftermath,
        holds,
        trace.toString(),
        folder.path().resolve(EpisodeFolder.PAGE).toString());
  }

  private void keep(String name, byte[] content) {
    folder.write(name, content);
  }

  static List<String> plan(List<EpisodeEvent> events) {
    return events.stream()
        .filter(EpisodeEvent.SkillStarted.class::isInstance)
        .map(event -> ((EpisodeEvent.SkillStarted) event).skill().text())
        .toList();
  }

  static double simulatedS(List<EpisodeEvent> events) {
    return events.stream()
        .filter(EpisodeEvent.SkillEnded.class::isInstance)
        .mapToDouble(event -> ((EpisodeEvent.SkillEnded) event).result().durationS())
        .sum();
  }
}
