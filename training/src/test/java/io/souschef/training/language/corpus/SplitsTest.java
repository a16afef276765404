package io.souschef.training.language.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.training.language.corpus.Splits.HeldOut;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SplitsTest {

  private final Splits splits = CorpusFixture.splits();
  private final List<Example> training = splits.training(600, 2);

  @Test
  void trainingSeesNoHeldOutPhrasing() {
    Set<String> lines =
        training.stream()
            .flatMap(example -> Set.of(example.source().split("\\+")).stream())
            .collect(Collectors.toSet());

    assertThat(splits.heldOut(HeldOut.PHRASING, 30, 3))
        .allSatisfy(example -> assertThat(lines).doesNotContain(example.source().split("\\+")));
  }

  @Test
  void trainingSeesNoHeldOutCombination() {
    Set<String> traits =
        training.stream().flatMap(example -> example.traits().stream()).collect(Collectors.toSet());

    assertThat(splits.heldOut(HeldOut.COMBINATIONS, 20, 3))
        .allMatch(example -> !traits.containsAll(example.traits()));
  }

  @Test
  void trainingSeesNoHeldOutNoun() {
    Set<String> nouns =
        splits.heldOut(HeldOut.NOUNS, 10, 3).stream()
            .flatMap(example -> example.traits().stream())
            .map(trait -> trait.substring(trait.indexOf(' ') + 1))
            .collect(Collectors.toSet());

    assertThat(nouns).isNotEmpty();
    assertThat(
            training.stream()
                .flatMap(example -> example.traits().stream())
                .map(trait -> trait.substring(trait.indexOf(' ') + 1)))
        .doesNotContainAnyElementsOf(nouns);
  }
}
