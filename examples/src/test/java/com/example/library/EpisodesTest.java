package com.example.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.Instruction;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.ScriptPlanner;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The own parts at work together. */
class EpisodesTest {

  private final Trolley trolley = new Trolley();
  private final AnswersFromList reader = new AnswersFromList(List.of("the novel"));

  private EpisodeEvent.Ended script(SkillLibrary skills, String program) {
    return new ScriptPlanner(program, skills, new Nearby(), reader, 30, System::nanoTime)
        .run(new Instruction("a program"), trolley, Map.of(), event -> {});
  }

  @Test
  void theFirstEpisodeBringsACoke() {
    assertThat(FirstEpisode.play("bring me a coke").outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void stepByStepTheOwnModelAndTheOwnValueFunctionDriveTheOwnRobot() {
    var settings = new SayCanPlanner.Settings(PlanPrompt.Style.SCENE, 10);
    EpisodeEvent.Ended ended =
        new SayCanPlanner(
                SkillLibrary.standard(),
                new WordOverlap(),
                new Nearby(),
                settings,
                System::nanoTime)
            .run(new Instruction("go to the desk"), trolley, Map.of(), event -> {});
    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(trolley.observe().at()).contains("desk");
  }

  @Test
  void aProgramUsesTheOwnSkillAndIsCarriedOut() {
    EpisodeEvent.Ended ended =
        script(
            Bell.skills(),
            """
            move("atlas", "desk");
            ring("reader");
            """);
    assertThat(ended.outcome()).as(ended.message()).isEqualTo(Outcome.DONE);
    assertThat(trolley.whereIs("atlas")).contains("desk");
    assertThat(trolley.hasRung()).isTrue();
  }

  @Test
  void whatIsUnclearIsAskedOfTheOwnUser() {
    EpisodeEvent.Ended ended =
        script(
            SkillLibrary.standard(),
            """
            const book = ask("Which one?", "the novel", "the atlas");
            if (book == "the novel") {
              bring("novel");
            }
            """);
    assertThat(ended.outcome()).as(ended.message()).isEqualTo(Outcome.DONE);
    assertThat(reader.told()).contains("Which one?");
    assertThat(trolley.whereIs("novel")).contains("reader");
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "file"})
  void theOwnSkillIsSaidAndDone(String from) {
    SkillLibrary skills =
        from.equals("code") ? Bell.skills() : SkillLibrary.read(Path.of("skills.yaml"));
    try (Robot robot = trolley) {
      assertThat(
              robot
                  .execute(
                      skills
                          .parse("ring the bell at the desk", robot.vocabulary(), robot.observe())
                          .orElseThrow(),
                      progress -> {})
                  .succeeded())
          .isTrue();
    }
    assertThat(trolley.hasRung()).isTrue();
    assertThat(skills.templates())
        .filteredOn(template -> template.action().equals("ring"))
        .allMatch(template -> template.declaration().isPresent());
  }
}
