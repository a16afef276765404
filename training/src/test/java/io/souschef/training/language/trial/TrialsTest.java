package io.souschef.training.language.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.program.Program;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Shorthand;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Vocabulary;
import io.souschef.training.language.corpus.CorpusFixture;
import io.souschef.training.language.corpus.Splits.HeldOut;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrialsTest {

  private final List<Trial> trials = trials(7);

  private static List<Trial> trials(long seed) {
    return new Trials(CorpusFixture.LEXICON, KitchenFile.standard().vocabulary())
        .of(CorpusFixture.splits().heldOutMeanings(HeldOut.PHRASING_AND_NOUNS, 12, 3), seed);
  }

  @Test
  void theSameSeedDrawsTheSameHomesAndAnotherOthers() {
    assertThat(trials(7)).isEqualTo(trials);
    assertThat(trials(8)).isNotEqualTo(trials);
  }

  @Test
  void everyHomeHasAllWordsOfItsRequestAndMoreThanThose() {
    int kitchen = KitchenFile.standard().vocabulary().kinds().size();
    for (Trial trial : trials) {
      Trials.things(
          trial.meant().statements(),
          needed ->
              needed
                  .noun()
                  .ifPresent(noun -> assertThat(trial.names().kinds(noun)).as(noun).isNotEmpty()));
    }
    assertThat(trials).allMatch(trial -> trial.vocabulary().kinds().size() >= kitchen);
  }

  @Test
  void aMeaningThatCannotBeLosesAgainstWhatIsMeantByRehearsingAlone() {
    Map<String, Program> meant =
        trials.stream()
            .collect(Collectors.toMap(Trial::instruction, Trial::meant, (one, other) -> one));
    Program impossible = Shorthand.parse(List.of("bring zzblicket", Shorthand.DONE));
    String table = RehearsalTrial.of(trials, new Torn(meant, impossible)).markdown();

    assertThat(table).contains("| 1.0 | 0.0% | 0, 0 |").contains("in 12 of 12 requests");
    String least =
        table.lines().filter(line -> line.startsWith("| 0.1 |")).findFirst().orElseThrow();
    assertThat(least).doesNotContain("| 0.0% | 0, 0 |").contains(", 0 |");
  }

  @Test
  void whoWritesWhatIsMeantLeavesBehindWhatIsMeant() {
    Map<String, Program> meant =
        trials.stream()
            .collect(Collectors.toMap(Trial::instruction, Trial::meant, (one, other) -> one));
    String table =
        new JointTrial(new Indifferent(), new Torn(meant, Shorthand.parse(List.of("chat", "done"))))
            .markdown(JointTrial.spread(trials, 3));

    assertThat(table).contains("3 of these", "| steps | ", "| both, programs count 1.0 | ");
  }

  /** A model that takes something else to be a little likelier than what is meant. */
  private record Torn(Map<String, Program> meant, Program other) implements ProgramWriter {

    @Override
    public String name() {
      return "torn";
    }

    @Override
    public List<Written> write(String instruction, Vocabulary vocabulary) {
      return List.of(
          new Written(other, List.of(), 0.41),
          new Written(Objects.requireNonNull(meant.get(instruction)), List.of(), 0.4));
    }

    @Override
    public void close() {}
  }

  /** A model to which every skill is as good as another. */
  private static final class Indifferent implements UsefulnessScorer {

    @Override
    public String name() {
      return "indifferent";
    }

    @Override
    public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
      return skills.stream().mapToDouble(skill -> -6).toArray();
    }

    @Override
    public void close() {}
  }
}
