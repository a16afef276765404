package io.souschef.app.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.affordance.OnnxAffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the shipped value function says where most requests begin: beside the user, in a kitchen of
 * which nothing has been seen yet. A function may rank outcomes well and still say that every
 * search is in vain; then {@code done} wins over everything useful.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedAffordanceInKitchenTest {

  private static final double LIKELY = 0.35;
  private static final double UNLIKELY = 0.15;

  private final SkillLibrary library = SkillLibrary.standard();
  private OnnxAffordanceFunction function;
  private SimulatedRobot robot;

  @BeforeAll
  void open() {
    function = OnnxAffordanceFunction.shipped();
    robot = new SimulatedRobot(new SceneReader(KitchenFile.standard()).standard(1), 1);
  }

  @AfterAll
  void close() {
    function.close();
    robot.close();
  }

  @Test
  void searchingForWhatWasNotSeenYetIsWorthIt() {
    double[] searches = values("find");
    assertThat(searches).hasSizeGreaterThan(40);
    assertThat(median(searches)).isGreaterThan(LIKELY);
    assertThat(DoubleStream.of(searches).min().orElseThrow()).isGreaterThan(UNLIKELY);
  }

  @Test
  void drivingIsSafeAndTakingWhatIsNotHereIsNot() {
    assertThat(median(values("go_to"))).isGreaterThan(0.9);
    assertThat(DoubleStream.of(values("pick_up")).max().orElseThrow()).isLessThan(UNLIKELY);
    assertThat(DoubleStream.of(values("put_down")).max().orElseThrow()).isLessThan(UNLIKELY);
  }

  @Test
  void whatCouldNotBeDoneIsWorthLessUntilSomethingChanges() {
    Scene scene =
        new SceneReader(KitchenFile.standard())
            .parse(
                "test",
                """
                robot: {at: bottom drawer}
                objects: []
                doors: {top drawer: open}
                """,
                1);
    try (SimulatedRobot atDrawers = new SimulatedRobot(scene, 1)) {
      GroundedSkill open =
          library
              .parse("open the bottom drawer", atDrawers.vocabulary(), atDrawers.observe())
              .orElseThrow();
      double before = function.values(atDrawers.observe(), List.of(open))[0];
      SkillResult stuck =
          new SkillResult.Failed(8, FailureReason.UNREACHABLE, "The handle is out of reach");
      Attempts earlier = Attempts.none().and(open, stuck).and(open, stuck);
      Observation now = atDrawers.observe();
      assertThat(function.values(now, earlier, List.of(open))[0]).isLessThan(before);
    }
  }

  private double[] values(String action) {
    Observation observation = robot.observe();
    List<GroundedSkill> skills =
        library.ground(robot.vocabulary(), observation).stream()
            .filter(skill -> skill.action().equals(action))
            .toList();
    return function.values(observation, skills);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
