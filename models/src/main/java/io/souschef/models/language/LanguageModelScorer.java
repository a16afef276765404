package io.souschef.models.language;

import io.souschef.models.language.prompt.DialoguePrompt;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.planner.writing.TextModel;
import io.souschef.skills.GroundedSkill;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Say from a language model that was not trained for it, asked by dialogue. Owns the model. */
public final class LanguageModelScorer implements UsefulnessScorer, TextModel {

  private final LanguageModel model;
  private final DialoguePrompt prompts;

  public LanguageModelScorer(LanguageModel model, DialoguePrompt prompts) {
    this.model = model;
    this.prompts = prompts;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
    return model.logProbabilities(prompts.render(prompt), continuations(skills));
  }

  @Override
  public List<Scored> best(PlanPrompt prompt, List<GroundedSkill> skills, double[] can) {
    return model.best(prompts.render(prompt), continuations(skills), can);
  }

  @Override
  public String worded(PlanPrompt prompt) {
    return prompts.render(prompt);
  }

  @Override
  public OptionalLong servedTokens() {
    return model.servedTokens();
  }

  @Override
  public Optional<TextGenerator> generator() {
    return model.generator();
  }

  private List<String> continuations(List<GroundedSkill> skills) {
    return skills.stream()
        .map(skill -> prompts.continuation(skill.text(), skill.isDone()))
        .toList();
  }

  @Override
  public void close() {
    model.close();
  }
}
