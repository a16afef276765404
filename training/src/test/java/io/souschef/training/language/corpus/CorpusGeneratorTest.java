package io.souschef.training.language.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.usefulness.PlanPrompt.Seen;
import io.souschef.planner.usefulness.PlanPrompt.Step;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import io.souschef.training.language.text.EvaluationFilter;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.Translations;
import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusGeneratorTest {

  private static final Pose ANYWHERE = Pose.upright(0, 0, 0, 0);

  @Test
  void everyStepIsASkillInTheWordsOfTheLibrary() {
    Lexicon kitchen = CorpusFixture.kitchen();
    Set<String> sayable = sayable(kitchen);
    CorpusGenerator generator =
        new CorpusGenerator(
            CorpusFixture.REQUESTS,
            kitchen,
            CorpusFixture.NO_FILTER,
            CorpusFixture.words(),
            new SplittableRandom(3));

    Set<String> said =
        Stream.generate(generator::next)
            .limit(400)
            .flatMap(example -> example.episode().steps().stream())
            .map(Step::skill)
            .collect(Collectors.toSet());

    assertThat(sayable).containsAll(said);
    assertThat(said).hasSizeGreaterThan(100);
  }

  @Test
  void everyEpisodeEndsWithDoneAndOnlyThere() {
    for (Example example : CorpusFixture.splits().training(200, 5)) {
      List<String> steps = example.episode().steps().stream().map(Step::skill).toList();
      assertThat(steps).endsWith("done").containsOnlyOnce("done");
    }
  }

  @Test
  void theSameSeedMakesTheSameExamples() {
    assertThat(CorpusFixture.splits().training(50, 9))
        .isEqualTo(CorpusFixture.splits().training(50, 9))
        .isNotEqualTo(CorpusFixture.splits().training(50, 10));
  }

  @Test
  void somePromptsTellTheSceneAndSomeDoNot() {
    List<Example> examples = CorpusFixture.splits().training(200, 6);

    assertThat(examples).anyMatch(example -> example.episode().scene().isEmpty());
    assertThat(examples)
        .anyMatch(
            example ->
                example.episode().steps().stream().anyMatch(step -> step.failure().isPresent()));
    assertThat(examples)
        .filteredOn(example -> example.episode().scene().isEmpty())
        .allMatch(
            example ->
                example.episode().steps().stream().allMatch(step -> step.failure().isEmpty()));
  }

  @Test
  void scenesTemptWithTheRightKindAtTheWrongPlaceAndWithTheExcludedKind() {
    assertThat(
            scenes("bring(X=coke@P=table)", "bring me the coke from {the P}")
                .filter(
                    scene ->
                        scene.contains(new Seen("coke", "on the far counter"))
                            || scene.contains(new Seen("coke", "on the close counter"))))
        .hasSizeGreaterThan(20);
    assertThat(
            scenes("bring(X:fruit!Y) | Y=apple", "any fruit but {a Y}")
                .filter(scene -> scene.stream().anyMatch(seen -> seen.kind().equals("apple"))))
        .hasSizeGreaterThan(60);
  }

  @Test
  void whatIsOnlyDeclaredStandsThereAndIsNotWanted() {
    List<Example> examples =
        examples(
            Request.of("bring(X:soda-caffeinated) | Y:soda+caffeinated", "a soda, no caffeine"));
    Lexicon kitchen = CorpusFixture.kitchen();
    assertThat(examples)
        .filteredOn(
            example ->
                example.episode().scene().orElseThrow().seen().stream()
                    .map(seen -> kitchen.noun(seen.kind()).orElseThrow())
                    .anyMatch(noun -> noun.attributes().containsAll(Set.of("soda", "caffeinated"))))
        .hasSizeGreaterThan(60);
  }

  @Test
  void whereAllAreWantedNoTemptationIsOneOfThem() {
    Request everything = Request.of("discard(all X:fruit@P=table)", "all fruit on {the P}, out");
    for (Example example : examples(everything)) {
      long fruits =
          example.episode().scene().orElseThrow().seen().stream()
              .filter(seen -> seen.where().equals("on the table"))
              .filter(
                  seen ->
                      CorpusFixture.kitchen()
                          .noun(seen.kind())
                          .orElseThrow()
                          .attributes()
                          .contains("fruit"))
              .count();
      long binned =
          example.episode().steps().stream()
              .filter(step -> step.skill().startsWith("put down") && step.failure().isEmpty())
              .count();
      assertThat(binned).isGreaterThanOrEqualTo(Math.min(4, fruits) - 1);
    }
  }

  private static Stream<List<Seen>> scenes(String program, String instruction) {
    return examples(Request.of(program, instruction)).stream()
        .map(example -> example.episode().scene().orElseThrow().seen());
  }

  /** A hundred examples of one request that tell the scene of a kitchen. */
  private static List<Example> examples(Request request) {
    CorpusGenerator generator =
        new CorpusGenerator(
            List.of(request),
            CorpusFixture.kitchen(),
            CorpusFixture.NO_FILTER,
            CorpusFixture.words(),
            new SplittableRandom(11));
    return Stream.generate(generator::next)
        .filter(example -> example.episode().scene().isPresent())
        .limit(100)
        .toList();
  }

  @Test
  void examplesTooCloseToAnEvaluationAreDropped() {
    List<Example> free = CorpusFixture.splits().training(60, 4);
    EvaluationFilter filter =
        new EvaluationFilter(
            free.stream().map(example -> example.episode().instruction()).toList());
    Splits splits =
        new Splits(
            CorpusFixture.LEXICON,
            new Translations(Map.of()),
            CorpusFixture.REQUESTS,
            filter,
            CorpusFixture.words());

    assertThat(splits.training(60, 4))
        .noneMatch(example -> filter.matches(example.episode().instruction()));
  }

  /** Everything that can be said in a kitchen in which every wipeable place has a surface. */
  private static Set<String> sayable(Lexicon kitchen) {
    List<Place> places =
        Stream.concat(
                kitchen.spots().stream().map(Spot::place),
                kitchen.spots().stream()
                    .filter(spot -> spot.attributes().contains("wipeable"))
                    .map(spot -> new Place(spot.name(), Place.Kind.SURFACE, ANYWHERE, 1, 1)))
            .toList();
    List<Vocabulary.Kind> kinds =
        kitchen.nouns().stream()
            .map(noun -> new Vocabulary.Kind(noun.singular(), noun.plural(), true))
            .toList();
    List<ObservedObject> known =
        kitchen.nouns().stream().map(CorpusGeneratorTest::observed).toList();
    return SkillLibrary.standard()
        .ground(
            new Vocabulary(kinds, places),
            new Observation(0, ANYWHERE, Optional.empty(), Optional.empty(), known, List.of()))
        .stream()
        .map(GroundedSkill::text)
        .collect(Collectors.toSet());
  }

  private static ObservedObject observed(Noun noun) {
    return new ObservedObject(
        noun.singular(), noun.singular(), ANYWHERE, Optional.empty(), 1, 1, 1, 1, 0, true);
  }
}
