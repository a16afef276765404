package io.souschef.app.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.Assembly;
import io.souschef.app.bench.RobotBenchmark;
import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.SkillLibrary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plain requests with the robot in this process, and in one of its own behind a transport: the same
 * steps, the same end. Three of them, or {@code -Dsouschef.ros.tasks=20}.
 */
@Timeout(3600)
class RosTasksIT {

  private static final int TASKS = Integer.getInteger("souschef.ros.tasks", 3);
  private static final String SUITE = "plain";

  @ParameterizedTest
  @EnumSource(
      value = RobotBenchmark.Way.class,
      names = {"ROSBRIDGE", "DDS"})
  void theWayToTheRobotChangesNothing(RobotBenchmark.Way way) {
    try (UsefulnessScorer say = Assembly.say("embedded", 1, 1);
        AffordanceFunction can = Assembly.can()) {
      SayCanPlanner planner =
          new SayCanPlanner(
              SkillLibrary.standard(),
              say,
              can,
              new SayCanPlanner.Settings(
                  PlanPrompt.Style.SCENE, 20, SayCanPlanner.Settings.Scores.BEST),
              System::nanoTime);
      // Spread over the suite, so that few tasks are of many kinds.
      List<Task> all = TaskSuite.read(SUITE).tasks();
      List<Task> some =
          IntStream.range(0, TASKS).mapToObj(i -> all.get(i * all.size() / TASKS)).toList();
      RobotBenchmark.Report report =
          new RobotBenchmark(planner, say, SUITE).run(some, List.of(way), System.out::println);
      assertThat(report.differences()).isEmpty();
      RobotBenchmark.Row here = report.rows().get(0);
      RobotBenchmark.Row there = report.rows().get(1);
      assertThat(there.way()).isEqualTo(way);
      assertThat(there.succeeded()).isEqualTo(here.succeeded());
      assertThat(there.skills()).isEqualTo(here.skills()).isPositive();
      System.out.printf(
          "%s: %.1f ms more for a skill on average, p50 %.1f ms%n",
          way, there.meanOverheadMs(), there.overhead().p50Ms());
    }
  }
}
