package io.souschef.evaluation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.evaluation.EvaluationPlan;
import io.souschef.evaluation.Home;
import io.souschef.evaluation.episode.KitchenWorlds;
import io.souschef.evaluation.episode.Mind;
import io.souschef.evaluation.episode.SayCanRunner;
import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.evaluation.run.RunSpec.Rates;
import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.planner.PlanMode;
import io.souschef.planner.ProgramPlanner;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Things;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a task says that the person answers reaches a planner that asks. */
class AnsweredQuestionsTest {

  private static final Configuration CONFIGURATION =
      new Configuration("certain", "none", PlanPrompt.Style.SCENE, PlanMode.PROGRAM);
  private static final Task THE_SODA = TaskSuite.readTask("ask:ambiguous-01");

  @Test
  void theAnswerDecidesWhichThingIsTaken() {
    Attempt attempt = run(THE_SODA.answers());
    assertThat(attempt.outcome()).isEqualTo(Outcome.DONE);
    assertThat(attempt.unmet()).isEmpty();
    assertThat(attempt.isSuccess()).isTrue();
    // Another answer to the same question brings another can, which was not meant.
    assertThat(run(List.of("the coke")).isSuccess()).isFalse();
  }

  @Test
  void withoutAnAnswerTheQuestionStaysOpenInEveryEpisode() {
    assertThat(run(List.of()).outcome()).isEqualTo(Outcome.UNANSWERED);
    assertThat(run(List.of()).isSuccess()).isFalse();
  }

  @Test
  void everyAttemptHearsTheAnswersFromTheBeginning() {
    SayCanRunner runner = runner(THE_SODA.answers());
    for (long seed = 1; seed <= 2; seed++) {
      EpisodeKey key = new EpisodeKey("one", THE_SODA.id(), seed, CONFIGURATION.name());
      assertThat(runner.run(key).record().plan().orElseThrow().isSuccess()).isTrue();
    }
  }

  private static Attempt run(List<String> answers) {
    EpisodeKey key = new EpisodeKey("one", THE_SODA.id(), 1, CONFIGURATION.name());
    return runner(answers).run(key).record().plan().orElseThrow();
  }

  private static SayCanRunner runner(List<String> answers) {
    Task task =
        new Task(
            THE_SODA.id(),
            THE_SODA.family(),
            THE_SODA.instruction(),
            THE_SODA.scene(),
            THE_SODA.goal(),
            THE_SODA.referencePlans(),
            THE_SODA.holdsAtStart(),
            answers,
            THE_SODA.meant(),
            THE_SODA.source());
    EvaluationPlan plan =
        new EvaluationPlan(
            List.of(new TaskSuite("one", "", "one.jsonl", List.of(task), List.of(1))),
            List.of(CONFIGURATION),
            List.of(1L, 2L),
            20,
            Rates.PLAN,
            SayCanPlanner.Settings.Scores.BEST,
            Home.standard());
    return new SayCanRunner(
        new SayCanRunner.Setting(
            SkillLibrary.standard(),
            plan.tasks(),
            plan.configurationsByName(),
            configuration -> new Mind(new CertainWriter(), AffordanceFunction.none()),
            (configuration, mind, user, settings) ->
                new ProgramPlanner(
                    SkillLibrary.standard(),
                    new CertainWriter(),
                    mind.can(),
                    user,
                    ProgramPlanner.Settings.standard(settings.stepLimit()),
                    System::nanoTime),
            new KitchenWorlds(new TaskReader(KitchenFile.standard())),
            plan.stepLimit(),
            plan.rates(),
            plan.scores()));
  }

  /** A language model that is sure of what is meant: one soda in particular is to be brought. */
  private static final class CertainWriter implements UsefulnessScorer, ProgramWriter {

    @Override
    public String name() {
      return "certain";
    }

    @Override
    public List<Written> write(String instruction, Vocabulary vocabulary) {
      Things soda =
          new Things(
              Things.Reference.THE,
              Optional.of("soda"),
              Set.of(),
              Set.of(),
              List.of(),
              false,
              Optional.empty(),
              false);
      Act bring =
          new Act(
              Act.Verb.BRING,
              Act.Amount.ONE,
              Optional.of(soda),
              Optional.empty(),
              Optional.empty());
      return List.of(new Written(new Program(List.of(bring)), List.of("bring the soda"), 1));
    }

    @Override
    public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
      throw new AssertionError("Programs are not planned skill by skill");
    }

    @Override
    public void close() {}
  }
}
