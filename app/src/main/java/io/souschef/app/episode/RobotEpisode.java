package io.souschef.app.episode;

import io.souschef.app.view.EpisodePage;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.skills.execution.Robot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays one episode on a robot that is not ours and leaves trace and page in a folder. Of such a
 * robot there is only what it perceives: no pictures from outside, no truth about the end.
 */
public final class RobotEpisode {

  private final EpisodePlanner planner;
  private final Robot robot;
  private final RobotReports reports;
  private final EpisodeFolder folder;

  /**
   * An episode to come.
   *
   * @param robot is closed at its end, so that its last words stand in the trace
   * @param reports what the robot was opened with
   */
  public RobotEpisode(
      EpisodePlanner planner, Robot robot, RobotReports reports, EpisodeFolder folder) {
    this.planner = planner;
    this.robot = robot;
    this.reports = reports;
    this.folder = folder;
  }

  /**
   * Plays it.
   *
   * @param about what the trace shall record of the surroundings
   * @param listener told of every event beside the trace, one at a time
   */
  public EpisodeSummary play(
      Instruction instruction, Map<String, String> about, Consumer<EpisodeEvent> listener) {
    List<EpisodeEvent> events = new ArrayList<>();
    EpisodeEvent.Ended ended;
    Path trace = folder.path().resolve(EpisodeFolder.TRACE);
    try (Trace lines = Trace.create(trace)) {
      try {
        ended =
            planner.run(
                instruction,
                robot,
                about,
                reports.joined(lines.andThen(events::add).andThen(listener)));
      } finally {
        robot.close();
        reports.end();
      }
    }
    keepPage(new EpisodePage().render(events, List.of(), List.of()));
    return new EpisodeSummary(
        instruction.text(),
        ended.outcome(),
        ended.message(),
        EpisodeRun.plan(events),
        EpisodeRun.simulatedS(events),
        List.of(),
        Optional.empty(),
        trace.toString(),
        folder.path().resolve(EpisodeFolder.PAGE).toString());
  }

  private void keepPage(String page) {
    folder.write(EpisodeFolder.PAGE, page.getBytes(StandardCharsets.UTF_8));
  }
}
