package io.souschef.sim;

import static io.souschef.sim.FetchTrials.skill;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.RobotTraits;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.sim.kitchen.Site;
import io.souschef.skills.execution.SkillResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind that fits comes out of a drawer with other things in it, for most seeds. */
class FullDrawersIT {

  private static final FloorPlan FLOOR = FloorPlan.of(Scenes.KITCHEN);
  private static final int SEEDS = 3;
  private static final int TOGETHER = 3;

  @ParameterizedTest
  @CsvSource({"top drawer", "bottom drawer"})
  void everyKindThatFitsComesOut(String place) {
    List<String> failures = new ArrayList<>();
    List<ObjectKind> kinds = kindsThatFit(place);
    int tried = 0;
    for (int from = 0; from < kinds.size(); from += TOGETHER) {
      List<ObjectKind> together = kinds.subList(from, Math.min(from + TOGETHER, kinds.size()));
      List<String> stuck = new ArrayList<>();
      for (int seed = 1; seed <= SEEDS; seed++) {
        stuck.addAll(stuck(place, together, seed));
        tried += together.size();
      }
      for (ObjectKind kind : together) {
        assertThat(stuck.stream().filter(line -> line.startsWith(kind.noun() + ",")))
            .as("%s in the %s", kind.noun(), place)
            .hasSizeLessThanOrEqualTo(SEEDS / 2);
      }
      failures.addAll(stuck);
    }
    assertThat(tried).isGreaterThan(40 * SEEDS);
    assertThat(failures).hasSizeLessThan(tried / 10);
  }

  /** What could not be found and taken out, each from the same open drawer. */
  private static List<String> stuck(String place, List<ObjectKind> kinds, long seed) {
    String objects =
        kinds.stream()
            .map(kind -> "  - {kind: \"%s\", at: %s}\n".formatted(kind.noun(), place))
            .collect(Collectors.joining());
    SimulatedRobot robot =
        new SimulatedRobot(
            Scenes.parse("robot: {at: user}\nobjects:\n" + objects, seed),
            FLOOR,
            SensorNoise.STANDARD,
            seed);
    robot.execute(skill("go_to", "place", place), progress -> {});
    SkillResult opened = robot.execute(skill("open", "place", place), progress -> {});
    assertThat(opened.succeeded()).as("%s", opened).isTrue();
    List<String> stuck = new ArrayList<>();
    for (ObjectKind kind : kinds) {
      SimulatedRobot copy = robot.fork();
      copy.execute(skill("find", "object", kind.noun()), progress -> {});
      SkillResult taken =
          copy.execute(skill("take_out", "object", kind.noun(), "place", place), progress -> {});
      if (!taken.succeeded()) {
        stuck.add("%s, seed %d: %s".formatted(kind.noun(), seed, taken));
      }
    }
    return stuck;
  }

  private static List<ObjectKind> kindsThatFit(String place) {
    Site site = Scenes.KITCHEN.site(place).orElseThrow();
    double clearance = site.surfaces().get(0).clearanceM();
    return Scenes.KITCHEN.catalog().kinds().stream()
        .filter(kind -> !kind.isSpill() && kind.massKg() <= RobotTraits.STANDARD.liftsKg())
        .filter(kind -> kind.shape().zM() + 0.02 < clearance)
        .filter(kind -> Math.min(kind.shape().xM(), kind.shape().yM()) <= RobotModel.MAX_GRASP_M)
        .toList();
  }
}
