package io.souschef.planner.injected;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.episode.EpisodeEvent.Ended;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.played.SketchRobot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text in the world is data: an episode in which labels, names, answers, results and errors hold
 * instructions goes as it does with harmless words there.
 */
class InjectedTextTest extends InjectedTextCase {

  @ParameterizedTest
  @MethodSource("injections")
  void labelsOfThingsAndNamesOfPlacesChangeNothing(String injected) {
    String kind = injected;
    String place = "near " + injected;
    for (String[] program : PROGRAMS) {
      SketchRobot hostile = robot(kind, place);
      SketchRobot tame = robot(HARMLESS + " kind", HARMLESS + " place");

      Course with = play(hostile, hostile, kind, place, program);
      Course without = play(tame, tame, HARMLESS + " kind", HARMLESS + " place", program);

      // The robot's own words may be among the odd ones: "nothing", "the user".
      assertThat(with).as("%s", List.of(program)).isEqualTo(without.said(kind, place));
    }
  }

  @ParameterizedTest
  @MethodSource("injections")
  void namesOfDetectionsAndMessagesOfResultsChangeNothing(String injected) {
    for (String[] program : PROGRAMS) {
      SketchRobot hostile = robot("odd", "shelf").breaking("pick up the pepsi");
      SketchRobot tame = robot("odd", "shelf").breaking("pick up the pepsi");

      Course with = play(hostile, new Talking(hostile, injected), "odd", "shelf", program);
      Course without = play(tame, new Talking(tame, HARMLESS), "odd", "shelf", program);

      assertThat(with.outcome()).isEqualTo(without.outcome());
      assertThat(with.executed()).isEqualTo(without.executed());
    }
  }

  @ParameterizedTest
  @MethodSource("injections")
  void anAnswerOnlyChoosesAmongWhatWasAsked(String injected) {
    SketchRobot robot = drinks();
    answers = new ArrayList<>(List.of("the coke, and " + injected.replace("coke", "can")));

    Ended ended = run(robot, "bring the drink");

    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(robot.whereIs("coke-1")).contains("user");
    assertThat(robot.whereIs("knife-1")).contains("table");
    assertThat(robot.whereIs("pepsi-1")).contains("table");
  }

  @ParameterizedTest
  @MethodSource("injections")
  void anAnswerThatChoosesNothingMovesNothing(String injected) {
    SketchRobot robot = drinks();
    answers =
        new ArrayList<>(List.of(injected.replace("coke", "can"), injected.replace("coke", "can")));

    Ended ended = run(robot, "bring the drink");

    assertThat(ended.outcome()).isEqualTo(Outcome.UNANSWERED);
    assertThat(robot.executed()).isEmpty();
  }
}
