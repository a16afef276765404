package io.souschef.models.affordance;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.AffordanceFunctionContract;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyticAffordanceTest extends AffordanceFunctionContract {

  private static final Pose HOME = Pose.upright(0, 0, 0, 0);
  private static final ObservedObject ZORP = object("zorp", 0.07, "north bench");

  private final AnalyticAffordance affordance = new AnalyticAffordance();
  private final SkillLibrary library = SkillLibrary.standard();

  @Override
  protected AffordanceFunction create() {
    return new AnalyticAffordance();
  }

  @Test
  void everyValueIsAProbabilityWhateverIsObserved() {
    RandomObservations observations = new RandomObservations(new Random(7));
    for (int i = 0; i < 100; i++) {
      Observation observation = observations.next();
      List<GroundedSkill> skills = library.ground(RandomObservations.VOCABULARY, observation);
      assertThat(affordance.values(observation, skills))
          .hasSize(skills.size())
          .satisfies(
              values -> {
                for (double value : values) {
                  assertThat(value).isBetween(0.0, 1.0);
                }
              });
    }
  }

  @Test
  void pickingUpNeedsAnEmptyHandAndANarrowObjectHere() {
    assertThat(value(with(ZORP), "pick up the zorp")).isGreaterThan(0.8);
    assertThat(value(holding(ZORP), "pick up the zorp")).isLessThan(0.05);
    assertThat(value(with(ZORP), "pick up the dax")).isLessThan(0.05);
    assertThat(value(with(object("zorp", 0.07, "chute")), "pick up the zorp")).isLessThan(0.05);
    assertThat(value(with(object("zorp", 0.3, "north bench")), "pick up the zorp"))
        .isLessThan(0.05);
  }

  @Test
  void puttingNeedsTheObjectInTheHandAndTheRobotAtThePlace() {
    assertThat(value(holding(ZORP), "put the zorp on the north bench")).isGreaterThan(0.8);
    assertThat(value(with(ZORP), "put the zorp on the north bench")).isLessThan(0.05);
    assertThat(value(holding(ZORP), "put the zorp in the hatch")).isLessThan(0.05);
    assertThat(value(holding(ZORP), "put the zorp in the chute")).isLessThan(0.05);
  }

  @Test
  void anObjectBehindAClosedDoorCannotBeTakenOut() {
    assertThat(value(with(object("zorp", 0.07, "hatch")), "take the zorp out of the hatch"))
        .isLessThan(0.05);
  }

  @Test
  void aSkillOfOnesOwnIsJudgedByItsDeclaration(@TempDir Path folder) throws IOException {
    SkillLibrary own =
        SkillLibrary.read(
            Files.writeString(
                folder.resolve("skills.yaml"),
                """
                skills:
                  - action: toss
                    text: toss {the thing} {in the target}
                    arguments: {thing: kind, target: receptacle}
                    needs: [hand holds thing, not target is closed]
                    effects: [thing is in target, hand is empty]
                  - {action: sing, text: sing}
                  - {action: done, text: done}
                """));
    AnalyticAffordance byDeclaration = new AnalyticAffordance(own);
    List<GroundedSkill> skills =
        List.of(
            own.parse("toss the zorp in the chute", RandomObservations.VOCABULARY, with(ZORP))
                .orElseThrow(),
            own.parse("toss the zorp in the hatch", RandomObservations.VOCABULARY, with(ZORP))
                .orElseThrow(),
            own.parse("sing", RandomObservations.VOCABULARY, with(ZORP)).orElseThrow());
    double[] held = byDeclaration.values(holding(ZORP), skills);
    assertThat(held[0]).isGreaterThan(0.8);
    assertThat(held[1]).as("the hatch is closed").isLessThan(0.05);
    assertThat(held[2]).as("nothing is declared").isEqualTo(0.5);
    assertThat(byDeclaration.values(with(ZORP), skills)[0]).isLessThan(0.05);
  }

  private double value(Observation observation, String text) {
    GroundedSkill skill =
        library.parse(text, RandomObservations.VOCABULARY, observation).orElseThrow();
    return affordance.values(observation, List.of(skill))[0];
  }

  private static Observation with(ObservedObject object) {
    return observation(Optional.empty(), List.of(object));
  }

  private static Observation holding(ObservedObject object) {
    return observation(Optional.of(object), List.of());
  }

  private static Observation observation(
      Optional<ObservedObject> held, List<ObservedObject> objects) {
    List<PlaceState> places =
        RandomObservations.PLACES.stream()
            .map(place -> new PlaceState(place, Optional.empty(), OptionalDouble.empty()))
            .toList();
    return new Observation(0, HOME, Optional.of("north bench"), held, objects, places);
  }

  private static ObservedObject object(String kind, double widthM, String place) {
    return new ObservedObject(
        kind + "-1", kind, HOME, Optional.of(place), widthM, widthM, 0.12, 0.9, 0, true);
  }
}
