package io.souschef.evaluation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.evaluation.episode.KitchenWorlds;
import io.souschef.evaluation.episode.ReferencePlans;
import io.souschef.evaluation.episode.Rehearsal;
import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.SkillLibrary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goals take every good plan and no other, so that a grade says something about the planner. */
class FairGoalsTest {

  private static final List<Long> SEEDS = List.of(1L, 2L);

  private final Rehearsal rehearsal =
      new Rehearsal(
          SkillLibrary.standard(), new KitchenWorlds(new TaskReader(KitchenFile.standard())));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "kitchen-core",
        "saycan-dev",
        "saycan-plans",
        "feasible",
        "disturbed",
        "several",
        "ask",
        "refuse"
      })
  void everyTaskHasPlansThatReachItsGoal(String suite) {
    ReferencePlans plans = new ReferencePlans(rehearsal);
    SoftAssertions soft = new SoftAssertions();
    for (Task task : TaskSuite.read(suite).tasks()) {
      soft.assertThat(task.referencePlans()).as(task.id()).isNotEmpty();
      for (List<String> plan : task.referencePlans()) {
        for (long seed : SEEDS) {
          soft.assertThat(plans.fault(task, seed, plan))
              .as("%s, seed %d, %s", task.id(), seed, plan)
              .isEmpty();
        }
      }
    }
    soft.assertAll();
  }

  @Test
  void wrongPlansMissTheGoal() throws IOException {
    SoftAssertions soft = new SoftAssertions();
    for (WrongPlan wrong : wrongPlans()) {
      Task task = TaskSuite.readTask(wrong.task());
      soft.assertThat(rehearsal.play(task, 1, wrong.plan()).goal())
          .as("%s «%s» after %s", wrong.task(), task.instruction(), wrong.plan())
          .isFalse();
    }
    soft.assertAll();
  }

  @Test
  void wrongPlansAreWrongForTheirGoalAlone() throws IOException {
    List<String> stumbling = new ArrayList<>();
    for (WrongPlan wrong : wrongPlans()) {
      rehearsal
          .play(TaskSuite.readTask(wrong.task()), 1, wrong.plan())
          .problem()
          .ifPresent(problem -> stumbling.add(wrong.task() + ": " + problem));
    }
    assertThat(stumbling).isEmpty();
  }

  /**
   * A plan that a careless grader might take.
   *
   * @param task suite and id
   * @param why what is wrong with it
   * @param plan its skills
   */
  private record WrongPlan(String task, String why, List<String> plan) {}

  private static List<WrongPlan> wrongPlans() throws IOException {
    List<WrongPlan> plans = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TaskSuite.class.getResourceAsStream("wrong-plans.jsonl")),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        plans.add(new JsonMapper().readValue(line, WrongPlan.class));
      }
    }
    return plans;
  }
}
