package io.souschef.sim;

import static io.souschef.sim.FetchTrials.skill;
import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.file.KitchenTexts;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands higher than the box around a drawer is neither put in nor shut in. */
class TallInDrawerTest {

  private static Kitchen chest(double height, String drawers) {
    return KitchenTexts.parse(
        """
        name: chest
        room: {length: 4.0, width: 4.0}
        furniture:
          - {name: user, type: person, at: [0.5, 0.6], size: [0.4, 0.4, 1.7], color: "#d98f7a"}
          - {name: stand, type: table, at: [3.4, 1.2], size: [0.7, 0.8, 0.74], color: "#d3b48c"}
          - {name: chest, type: drawers, at: [2.0, 3.68], facing: south, size: [0.6, 0.7, %s], drawers: [%s], color: "#c7bba8"}
        """
            .formatted(height, drawers));
  }

  @ParameterizedTest
  @CsvSource({"cereal box, lower, 0.25", "cereal box, upper, 0.25", "water jug, lower, 0.28"})
  void aDrawerIsNotShutOverWhatStandsTooHighInIt(String kind, String drawer, double tallM) {
    Kitchen kitchen = chest(0.7, "upper, lower");
    Surface floor = opened(kitchen, drawer);
    SimulatedRobot robot =
        robot(
            kitchen,
            String.format(
                Locale.ROOT,
                "robot: {at: %s}%ndoors: {%s: open}%nobjects: [{kind: %s, pose: [%s, %s, %s, 0]}]%n",
                drawer,
                drawer,
                kind,
                floor.centre().x(),
                floor.centre().y(),
                floor.centre().z() + tallM / 2));

    SkillResult result = robot.execute(skill("close", "place", drawer), progress -> {});

    assertThat(result)
        .isInstanceOfSatisfying(
            SkillResult.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(FailureReason.NO_ROOM);
              assertThat(failed.message())
                  .contains("in the " + drawer)
                  .endsWith("take it out, or lay it down");
            });
    assertThat(robot.worldState().open()).containsEntry(drawer, true);
  }

  @ParameterizedTest
  @CsvSource({"lower", "upper"})
  void aDrawerIsShutOverWhatLiesInIt(String drawer) {
    SimulatedRobot robot =
        robot(
            chest(0.7, "upper, lower"),
            "robot: {at: %s}\ndoors: {%s: open}\nobjects: [{kind: coke, at: %s}]\n"
                .formatted(drawer, drawer, drawer));

    SkillResult result = robot.execute(skill("close", "place", drawer), progress -> {});

    assertThat(result.succeeded()).as("%s", result).isTrue();
  }

  @ParameterizedTest
  @CsvSource("lower")
  void whatIsTooTallIsNotPutIn(String drawer) {
    SimulatedRobot robot =
        robot(
            chest(0.7, "upper, lower"),
            "robot: {at: %s, holding: cereal box}\ndoors: {%s: open}\n".formatted(drawer, drawer));

    SkillResult result =
        robot.execute(skill("put", "object", "cereal box", "place", drawer), progress -> {});

    assertThat(result)
        .isInstanceOfSatisfying(
            SkillResult.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.NO_ROOM));
  }

  @ParameterizedTest
  @CsvSource({"0.57", "0.62", "0.7", "0.88", "1.0"})
  void theFreeHeightOfADrawerEndsBelowWhatIsOverIt(double height) {
    for (String drawers : List.of("one", "one, two")) {
      Kitchen kitchen = chest(height, drawers);
      for (Site site : kitchen.sites().stream().filter(s -> s.door().isPresent()).toList()) {
        Surface floor = site.surfaces().get(0);
        double top = floor.centre().z() + floor.clearanceM();
        assertThat(undersides(kitchen, site, floor))
            .isNotEmpty()
            .allMatch(underside -> underside > top);
      }
    }
  }

  /** Of all that is over a drawer's floor when it is shut, but for its own walls. */
  private static List<Double> undersides(Kitchen kitchen, Site site, Surface floor) {
    MovablePart own = site.door().orElseThrow();
    return Stream.concat(
            kitchen.staticParts().stream(),
            kitchen.movableParts().stream()
                .filter(part -> !part.equals(own))
                .flatMap(part -> part.parts().stream()))
        .filter(part -> part.pose().z() > floor.centre().z())
        .filter(part -> isOver(part, floor))
        .map(part -> part.pose().z() - part.shape().zM() / 2)
        .toList();
  }

  private static boolean isOver(Part part, Surface floor) {
    return floor.covers(part.pose().x(), part.pose().y(), 0);
  }

  private static Surface opened(Kitchen kitchen, String drawer) {
    Site site = kitchen.site(drawer).orElseThrow();
    return site.surfacesAt(site.door().orElseThrow().joint().open()).get(0);
  }

  private static SimulatedRobot robot(Kitchen kitchen, String scene) {
    return new SimulatedRobot(new SceneReader(kitchen).parse("a scene", scene, 1), 1);
  }
}
