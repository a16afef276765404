package io.souschef.training.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.training.language.text.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The text under {@code training/text}. */
class ShippedTextTest {

  private static final Path TEXT = Path.of("text");

  private final Lexicon lexicon = Lexicon.read(TEXT);
  private final List<Request> requests = RequestFiles.read(TEXT);

  @Test
  void thereIsEnoughOfIt() {
    Set<String> instructions =
        requests.stream().map(Request::instruction).collect(Collectors.toSet());

    assertThat(instructions).hasSizeGreaterThanOrEqualTo(2_500);
    assertThat(lexicon.nouns()).hasSizeGreaterThanOrEqualTo(250);
    assertThat(lexicon.spots()).hasSizeGreaterThanOrEqualTo(40);
  }

  @Test
  void everyWordThatAProgramFixesIsInTheLexicon() {
    assertThat(
            requests.stream()
                .flatMap(request -> request.program().variables().values().stream())
                .filter(variable -> variable.fixed().isPresent())
                .filter(variable -> !variable.fixed().get().equals("user"))
                .filter(
                    variable ->
                        variable.isPlace()
                            ? lexicon.spot(variable.fixed().get()).isEmpty()
                            : lexicon.noun(variable.fixed().get()).isEmpty())
                .map(variable -> variable.fixed().get()))
        .isEmpty();
  }

  @Test
  void everyConstraintIsMetBySomeWord() {
    assertThat(
            requests.stream()
                .filter(
                    request ->
                        request.program().variables().values().stream()
                            .anyMatch(
                                variable ->
                                    variable.isPlace()
                                        ? lexicon.spots(variable.constraint()).findAny().isEmpty()
                                        : lexicon.nouns(variable.constraint()).findAny().isEmpty()))
                .map(Request::source))
        .isEmpty();
  }

  @Test
  void noInstructionStandsInAnEvaluationSuite() throws IOException {
    List<Path> suites = suitesOfTheRepository();
    Assumptions.assumeFalse(suites.isEmpty(), "The repository holds no suites beside this module");
    EvaluationFilter filter = new EvaluationFilter(EvaluationSuites.instructions(suites));

    assertThat(
            requests.stream()
                .filter(request -> filter.matches(request.instruction()))
                .map(request -> request.source() + " " + request.instruction()))
        .isEmpty();
  }

  private static List<Path> suitesOfTheRepository() throws IOException {
    Path resources = Path.of("..", "app", "src", "main", "resources");
    if (!Files.isDirectory(resources)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(resources)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .filter(file -> file.toString().contains("suites"))
          .toList();
    }
  }
}
