package io.souschef.evaluation.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.planner.writing.TextModel;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WatchedScorerTest {

  private final ScoringException gone = new ScoringException("The server is gone");

  @Test
  void aFailureIsRememberedWhicheverWayTheModelWasAsked() {
    WatchedScorer writes = new WatchedScorer(new Gone(gone));
    Vocabulary words = KitchenFile.standard().vocabulary();
    assertThat(writes.isAble()).isTrue();
    assertThatThrownBy(() -> writes.write("bring tea", words)).isSameAs(gone);
    assertThatThrownBy(writes::rethrow).isSameAs(gone);

    WatchedScorer drafts = new WatchedScorer(new Gone(gone));
    TextGenerator generator = drafts.generator().orElseThrow();
    assertThatThrownBy(() -> generator.write(TextGenerator.Request.of("x", 1, List.of())))
        .isSameAs(gone);
    assertThatThrownBy(drafts::rethrow).isSameAs(gone);
  }

  @Test
  void theFirstFailureIsToldAndTokensAreCounted() {
    WatchedScorer watched = new WatchedScorer(new Gone(gone));
    watched.rethrow();
    assertThat(watched.servedTokens()).hasValue(7);
  }

  @Test
  void whatRanksSkillsOnlyIsSaidToWriteNothing() {
    WatchedScorer ranks = new WatchedScorer(new UniformScorer());
    assertThat(ranks.isAble()).isFalse();
    assertThat(ranks.generator()).isEmpty();
    assertThat(ranks.servedTokens()).isEmpty();
  }

  /** A model that could do everything if its server were there. */
  private record Gone(ScoringException failure)
      implements UsefulnessScorer, ProgramWriter, TextModel {

    @Override
    public String name() {
      return "gone";
    }

    @Override
    public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
      throw failure;
    }

    @Override
    public List<Written> write(String instruction, Vocabulary vocabulary) {
      throw failure;
    }

    @Override
    public Optional<TextGenerator> generator() {
      return Optional.of(
          request -> {
            throw failure;
          });
    }

    @Override
    public OptionalLong servedTokens() {
      return OptionalLong.of(7);
    }

    @Override
    public void close() {}
  }
}
