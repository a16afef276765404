package io.souschef.skills.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Sketches;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {

  private static Policy policy(String yaml) {
    return Policy.parse("home.yaml", yaml);
  }

  private static void refused(String yaml, String... words) {
    assertThatThrownBy(
            () ->
                policy(yaml)
                    .over(SkillLibrary.standard(), Sketches.vocabulary(), Clock.systemUTC()))
        .isInstanceOf(InvalidInputException.class)
        .message()
        .contains(words)
        .doesNotContain("\n");
  }

  @Test
  void everyPartIsReadAndAWordAloneIsAListOfOne() {
    Policy read =
        policy(
            """
            rules:
              - {rule: no apple to the user, things: apple, to: [user]}
              - {rule: quiet, skills: [open, close], at: fridge, times: ["22:00-06:30", "13:00-14:00"]}
            """);

    assertThat(read.rules().get(0).things()).containsExactly("apple");
    assertThat(read.rules().get(0).to()).containsExactly("user");
    assertThat(read.rules().get(1).times())
        .containsExactly(
            new TimeSpan(LocalTime.of(22, 0), LocalTime.of(6, 30)),
            new TimeSpan(LocalTime.of(13, 0), LocalTime.of(14, 0)));
    assertThat(read.hasTimes()).isTrue();
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Policy.read(Path.of("nowhere.yaml")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Policy file 'nowhere.yaml' does not exist");
  }

  @Test
  void faultsAreNamedByLineAndField() {
    refused("rules:\n  - {rule: a, things: [apple]}\n  - {things: [apple]}\n", "line 3", "rule");
    refused("rules: [{rule: a, thing: apple}]", "line 1", "thing");
    refused("rules: []", "line 1, field rules");
    refused("{}", "rules");
    refused("", "home.yaml");
    refused("rules: [{rule: a, times: 25:00-26:00}]", "field rules.0.times");
    refused("rules: [{rule: a, times: [noon]}]", "field rules.0.times.0");
    refused("rules: [{rule: ' ', at: table}]", "field rules.0.rule");
    refused("rules: [{rule: a, at: []}]", "field rules.0.at");
    refused("rules: [{rule: a, at: 7}]", "field rules.0.at");
    refused("rules: [{rule: a, at: table, at: table}]", "at");
    refused("rules: [{rule: \"a\\e[2J\", at: table}]", "control character");
    refused("unknown_words: maybe\nrules: [{rule: a, at: table}]", "line 1", "unknown_words");
  }

  @Test
  void rulesThatForbidNothingOrEverythingAreRefused() {
    refused("rules:\n  - {rule: never}", "line 2", "it forbids everything");
    refused("rules: [{rule: a, to: table, from: fridge}]", "'to' or 'from'");
    refused("rules: [{rule: a, times: 22:00-22:00}]", "begins and ends at 22:00");
  }

  @Test
  void aWordThatTheRobotDoesNotKnowIsNamedWithWhatWasMeant() {
    refused(
        "rules: [{rule: no fruit, things: aple}]",
        "rule 'no fruit', field things",
        "'aple'",
        "did you mean 'apple'");
    refused("rules: [{rule: a, to: stove}]", "knows no 'stove'");
    refused("rules: [{rule: a, skills: pickup}]", "did you mean 'pick_up'");
    refused("rules: [{rule: a, skills: open, at: [fridge, frige]}]", "'frige'");
  }

  @Test
  void aPolicyForSeveralRobotsMaySpeakOfWhatOneOfThemDoesNotKnow() {
    assertThat(
            policy("unknown_words: allow\nrules: [{rule: a, to: stove}]")
                .over(SkillLibrary.standard(), Sketches.vocabulary(), Clock.systemUTC()))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "08:00-12:00, 07:59, false",
    "08:00-12:00, 08:00, true",
    "08:00-12:00, 11:59, true",
    "08:00-12:00, 12:00, false",
    "22:00-06:00, 23:30, true",
    "22:00-06:00, 00:00, true",
    "22:00-06:00, 05:59, true",
    "22:00-06:00, 06:00, false",
    "22:00-06:00, 12:00, false",
    "18:00-24:00, 23:59, true",
    "18:00-24:00, 00:00, false",
  })
  void aSpanHoldsItsBeginningAndNotItsEnd(String span, String time, boolean within) {
    assertThat(TimeSpan.parse(span).contains(LocalTime.parse(time))).isEqualTo(within);
  }

  @Test
  void wordsAreNamesPluralsAndAttributesInAnyCase() {
    PolicyWords words =
        new PolicyWords(
            policy("rules: [{rule: a, at: table}]"),
            SkillLibrary.standard(),
            Sketches.vocabulary());

    BoundRule bound =
        words.bind(
            new PolicyRule(
                "a",
                List.of("Apples"),
                List.of("Bin"),
                List.of(),
                List.of("PERSON"),
                List.of(),
                List.of()));

    assertThat(bound.things()).contains("apple");
    assertThat(bound.to()).contains("trash can");
    assertThat(bound.at()).contains("user");
  }
}
