package io.souschef.planner.usefulness;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.usefulness.PlanPrompt.Left;
import io.souschef.planner.usefulness.PlanPrompt.Seen;
import io.souschef.planner.usefulness.PlanPrompt.Style;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PromptHistoryTest {

  private static final Place TABLE =
      new Place("table", Place.Kind.SURFACE, Pose.upright(3, 2, 0.74, 0), 1.4, 0.8);
  private static final Place SINK =
      new Place("sink", Place.Kind.BASIN, Pose.upright(1, 2, 0.88, 0), 0.5, 0.4);
  private static final SkillResult SUCCEEDED = new SkillResult.Succeeded(2, "");

  private static final ObservedObject COKE = object("coke-1", "coke", "table");
  private static final ObservedObject OTHER_COKE = object("coke-2", "coke", "table");
  private static final ObservedObject PEAR = object("pear-1", "pear", "table");
  private static final ObservedObject MUG = object("mug-1", "mug", "sink");

  @Test
  void theSceneIsWhatIsSeenAtFirstAndNotesTellWhatIsNew() {
    PromptHistory history = new PromptHistory("tea!", Style.SCENE, seeing(COKE));
    history.add(skill("go to the sink"), SUCCEEDED, seeing(COKE, MUG));
    history.add(skill("go to the table"), SUCCEEDED, seeing(COKE, MUG));

    assertThat(history.prompt().scene().orElseThrow().seen())
        .containsExactly(new Seen("coke", "on the table"));
    assertThat(history.prompt().steps())
        .extracting(PlanPrompt.Step::seen)
        .containsExactly(List.of(new Seen("mug", "in the sink")), List.of());
  }

  @Test
  void takingSomethingTellsWhatIsLeftThere() {
    PromptHistory history =
        new PromptHistory("all the cokes", Style.SCENE, seeing(COKE, OTHER_COKE, PEAR, MUG));
    history.add(skill("pick up the coke"), SUCCEEDED, holding(COKE, OTHER_COKE, PEAR, MUG));
    history.add(skill("go to the sink"), SUCCEEDED, holding(COKE, OTHER_COKE, PEAR, MUG));

    assertThat(history.prompt().steps())
        .extracting(PlanPrompt.Step::left)
        .containsExactly(
            Optional.of(new Left("on the table", List.of("coke", "pear"))), Optional.empty());
  }

  @Test
  void nothingIsLeftOfTheOnlyThing() {
    PromptHistory history = new PromptHistory("the mug", Style.SCENE, seeing(COKE, MUG));
    history.add(skill("pick up the mug"), SUCCEEDED, holding(MUG, COKE));

    assertThat(history.prompt().steps().get(0).left()).contains(new Left("in the sink", List.of()));
  }

  @Test
  void aGraspThatFailedTellsItsReasonAlone() {
    PromptHistory history = new PromptHistory("the mug", Style.SCENE, seeing(COKE, MUG));
    history.add(
        skill("pick up the mug"),
        new SkillResult.Failed(2, FailureReason.SLIPPED, "It slipped"),
        seeing(COKE, MUG));

    PlanPrompt.Step step = history.prompt().steps().get(0);
    assertThat(step.failure()).contains("slipped");
    assertThat(step.left()).isEmpty();
  }

  @Test
  void aPaperPromptTellsNothingOfWhatIsSeen() {
    PromptHistory history = new PromptHistory("the mug", Style.PAPER, seeing(COKE, MUG));
    history.add(skill("pick up the mug"), SUCCEEDED, holding(MUG, COKE));

    assertThat(history.prompt().scene()).isEmpty();
    assertThat(history.prompt().steps()).containsExactly(PlanPrompt.Step.of("pick up the mug"));
  }

  private static GroundedSkill skill(String text) {
    Vocabulary vocabulary =
        new Vocabulary(
            List.of(
                new Vocabulary.Kind("coke", "cokes", false),
                new Vocabulary.Kind("mug", "mugs", false)),
            List.of(TABLE, SINK));
    return SkillLibrary.standard().ground(vocabulary, seeing()).stream()
        .filter(skill -> skill.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static Observation seeing(ObservedObject... objects) {
    return observation(Optional.empty(), List.of(objects));
  }

  private static Observation holding(ObservedObject held, ObservedObject... objects) {
    return observation(Optional.of(held), List.of(objects));
  }

  private static Observation observation(
      Optional<ObservedObject> held, List<ObservedObject> objects) {
    return new Observation(
        10,
        Pose.upright(2, 2, 0, 0),
        Optional.of("table"),
        held,
        objects,
        List.of(
            new PlaceState(TABLE, Optional.empty(), OptionalDouble.of(10)),
            new PlaceState(SINK, Optional.empty(), OptionalDouble.of(10))));
  }

  private static ObservedObject object(String id, String kind, String place) {
    return new ObservedObject(
        id, kind, Pose.upright(3, 2, 0.8, 0), Optional.of(place), 0.07, 0.07, 0.1, 1, 10, true);
  }
}
