package io.souschef.evaluation.episode;

import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.planner.writing.TextModel;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Remembers that a language model failed for good, whether it ranked skills, wrote a program or a
 * text. The planner only ends the episode then; a run must stop, or every episode to come would
 * count as a failure of the planner. It can what the model can.
 */
final class WatchedScorer implements UsefulnessScorer, ProgramWriter, TextModel {

  private final UsefulnessScorer scorer;

  /** Who thinks ahead asks on a thread of its own. */
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

  WatchedScorer(UsefulnessScorer scorer) {
    this.scorer = scorer;
  }

  /** Throws what the model threw first, if it did. */
  void rethrow() {
    RuntimeException first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  @Override
  public String name() {
    return scorer.name();
  }

  @Override
  public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
    return watch(() -> scorer.score(prompt, skills));
  }

  @Override
  public List<Scored> best(PlanPrompt prompt, List<GroundedSkill> skills, double[] can) {
    return watch(() -> scorer.best(prompt, skills, can));
  }

  @Override
  public boolean isAble() {
    return scorer instanceof ProgramWriter writer && writer.isAble();
  }

  @Override
  public List<Written> write(String instruction, Vocabulary vocabulary) {
    if (!(scorer instanceof ProgramWriter writer)) {
      throw new ScoringException("Language model '%s' writes no programs".formatted(name()));
    }
    return watch(() -> writer.write(instruction, vocabulary));
  }

  @Override
  public Optional<TextGenerator> generator() {
    return scorer instanceof TextModel model
        ? model.generator().map(writes -> request -> watch(() -> writes.write(request)))
        : Optional.empty();
  }

  private <T> T watch(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
      throw e;
    }
  }

  @Override
  public void forget() {
    scorer.forget();
  }

  @Override
  public OptionalLong servedTokens() {
    return scorer.servedTokens();
  }

  @Override
  public void close() {
    scorer.close();
  }
}
