package io.souschef.app.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.souschef.app.Assembly;
import io.souschef.app.plugin.Plugins;
import io.souschef.evaluation.EvaluationPlan;
import io.souschef.evaluation.engine.EpisodeRunner;
import io.souschef.evaluation.engine.RunnerRecipe;
import io.souschef.evaluation.episode.KitchenWorlds;
import io.souschef.evaluation.episode.Mind;
import io.souschef.evaluation.episode.Planners;
import io.souschef.evaluation.episode.SayCanRunner;
import io.souschef.evaluation.episode.UniformScorer;
import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.RunJson;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.planner.limit.Terms;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.SkillLibrary;
import java.nio.file.Path;
import java.util.List;

/**
 * Runners of a plan in its home, with the models that its configurations name.
 *
 * @param plan the plan as JSON, tasks and all, so that it travels
 * @param plugins jars of other people's ports; on another machine they lie at the same path
 */
public record KitchenRecipe(String plan, List<String> plugins) implements RunnerRecipe {

  private static final long serialVersionUID = 1L;

  /** The recipe of a plan. */
  public static KitchenRecipe of(EvaluationPlan plan, Plugins plugins) {
    try {
      return new KitchenRecipe(
          RunJson.MAPPER.writeValueAsString(plan),
          plugins.jars().stream().map(Path::toString).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The plan cannot be written as JSON", e);
    }
  }

  @Override
  public EpisodeRunner create() {
    EvaluationPlan read;
    try {
      read = RunJson.MAPPER.readValue(plan, EvaluationPlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The plan cannot be read back", e);
    }
    SkillLibrary library = read.home().library();
    Plugins opened = Plugins.of(plugins.stream().map(Path::of).toList());
    return new SayCanRunner(
        new SayCanRunner.Setting(
            library,
            read.tasks(),
            read.configurationsByName(),
            configuration -> mind(configuration, library, opened),
            planners(library, read.terms()),
            new KitchenWorlds(new TaskReader(read.home().kitchens()), library),
            read.stepLimit(),
            read.rates(),
            read.scores()));
  }

  private static Planners planners(SkillLibrary library, Terms terms) {
    return (configuration, mind, user, settings) ->
        terms.around(
            Assembly.planner(
                configuration.plan(),
                Assembly.asking(configuration.ask(), configuration.llm()),
                library,
                mind.say(),
                mind.can(),
                user,
                settings),
            library,
            mind.say());
  }

  private static Mind mind(Configuration configuration, SkillLibrary library, Plugins plugins) {
    UsefulnessScorer say =
        configuration.hasModel()
            ? Assembly.say(configuration.llm(), 1, 1, plugins)
            : new UniformScorer();
    return new Mind(say, Assembly.can(configuration.affordance(), library, plugins));
  }
}
