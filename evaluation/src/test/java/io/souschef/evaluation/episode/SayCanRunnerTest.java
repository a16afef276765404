package io.souschef.evaluation.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.evaluation.EvaluationPlan;
import io.souschef.evaluation.Home;
import io.souschef.evaluation.engine.EpisodeResult;
import io.souschef.evaluation.engine.EpisodeRunner;
import io.souschef.evaluation.engine.PlanReader;
import io.souschef.evaluation.engine.ThreadEngine;
import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.RunSpec.Rates;
import io.souschef.evaluation.run.Timing;
import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SayCanRunnerTest {

  private static final TaskSuite PLAIN = TaskSuite.read("plain");
  private static final Configuration CONFIGURATION =
      new Configuration("by heart", "none", PlanPrompt.Style.SCENE);
  private static final Map<String, List<String>> PLANS =
      PLAIN.tasks().stream()
          .collect(Collectors.toMap(Task::instruction, task -> task.referencePlans().get(0)));

  @Test
  void goodPlansSucceedWithoutARedundantStep() {
    List<EpisodeRecord> episodes = run(plan(List.of(1L)), () -> new PlanReader(PLANS), 1);
    assertThat(episodes)
        .hasSize(20)
        .allSatisfy(
            episode -> {
              Attempt attempt = episode.plan().orElseThrow();
              assertThat(attempt.isSuccess()).as(episode.key().task()).isTrue();
              assertThat(attempt.redundant()).hasValue(0);
              assertThat(attempt.steps())
                  .extracting(Attempt.Step::skill)
                  .containsExactlyElementsOf(PLANS.get(episode.instruction()));
              assertThat(episode.execution()).isEmpty();
            });
  }

  @Test
  void stepsThatThePlanDoesNotNeedAreCounted() {
    Map<String, List<String>> detours =
        PLANS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> detour(entry.getValue())));
    EpisodeRecord episode = runner(() -> new PlanReader(detours)).run(key("bring-01")).record();
    assertThat(episode.plan().orElseThrow().redundant()).hasValue(2);
  }

  private static List<String> detour(List<String> plan) {
    List<String> longer = new ArrayList<>(List.of("go to the sink", "go to the fridge"));
    longer.addAll(plan);
    return longer;
  }

  @Test
  void doneAtOnceCountsAsEndedEarly() {
    EpisodeResult result = runner(() -> new PlanReader(Map.of())).run(key("bring-01"));
    Attempt attempt = result.record().plan().orElseThrow();
    assertThat(attempt.outcome()).isEqualTo(Outcome.DONE);
    assertThat(attempt.isEndedEarly()).isTrue();
    assertThat(attempt.redundant()).isEmpty();
    assertThat(result.files().keySet())
        .containsExactlyInAnyOrder(
            "pictures/" + key("bring-01").fileName() + "-plan.png",
            "traces/" + key("bring-01").fileName() + "-plan.jsonl.gz");
  }

  @Test
  void aModelThatIsGoneStopsTheRun() {
    EpisodeRunner runner = runner(GoneScorer::new);
    assertThatThrownBy(() -> runner.run(key("bring-01")))
        .isInstanceOf(ScoringException.class)
        .hasMessage("The server does not answer");
  }

  @Test
  void episodesAreTheSameWithOneThreadAndWithFour() {
    EvaluationPlan plan = plan(List.of(1L, 2L));
    assertThat(run(plan, () -> new PlanReader(PLANS), 4))
        .isEqualTo(run(plan, () -> new PlanReader(PLANS), 1));
  }

  /** Records sorted by key, times left out. */
  private static List<EpisodeRecord> run(
      EvaluationPlan plan, Supplier<UsefulnessScorer> say, int threads) {
    List<EpisodeRecord> episodes = new ArrayList<>();
    SayCanRunner.Setting setting = setting(plan, say);
    new ThreadEngine(() -> new SayCanRunner(setting), threads)
        .run(plan.episodes(), result -> episodes.add(timeless(result.record())));
    episodes.sort((a, b) -> a.key().compareTo(b.key()));
    return episodes;
  }

  private static EpisodeRecord timeless(EpisodeRecord e) {
    return new EpisodeRecord(
        e.key(), e.family(), e.instruction(), e.plan(), e.execution(), Timing.ZERO, Timing.ZERO);
  }

  private static EpisodeRunner runner(Supplier<UsefulnessScorer> say) {
    return new SayCanRunner(setting(plan(List.of(1L)), say));
  }

  private static SayCanRunner.Setting setting(EvaluationPlan plan, Supplier<UsefulnessScorer> say) {
    return new SayCanRunner.Setting(
        SkillLibrary.standard(),
        plan.tasks(),
        plan.configurationsByName(),
        configuration -> new Mind(say.get(), AffordanceFunction.none()),
        (configuration, mind, user, settings) ->
            new SayCanPlanner(
                SkillLibrary.standard(), mind.say(), mind.can(), settings, System::nanoTime),
        new KitchenWorlds(new TaskReader(KitchenFile.standard())),
        plan.stepLimit(),
        plan.rates(),
        plan.scores());
  }

  private static EvaluationPlan plan(List<Long> seeds) {
    return new EvaluationPlan(
        List.of(PLAIN),
        List.of(CONFIGURATION),
        seeds,
        20,
        Rates.PLAN,
        SayCanPlanner.Settings.Scores.BEST,
        Home.standard());
  }

  private static EpisodeKey key(String task) {
    return new EpisodeKey("plain", task, 1, CONFIGURATION.name());
  }

  /** A model whose server is gone. */
  private static final class GoneScorer implements UsefulnessScorer {
    @Override
    public String name() {
      return "gone";
    }

    @Override
    public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
      throw new ScoringException("The server does not answer");
    }

    @Override
    public void close() {}
  }
}
