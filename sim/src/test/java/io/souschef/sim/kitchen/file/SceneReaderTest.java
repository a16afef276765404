package io.souschef.sim.kitchen.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.souschef.sim.kitchen.Disturbance;
import io.souschef.sim.kitchen.Disturbance.Effect;
import io.souschef.sim.kitchen.Disturbance.Trigger;
import io.souschef.sim.kitchen.RobotTraits;
import io.souschef.sim.kitchen.RobotTraits.Lens;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SceneObject;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneReaderTest {

  private final SceneReader reader = new SceneReader(KitchenFile.standard());

  @Test
  void theDefaultSceneSpreadsItsObjectsOverTheKitchen() {
    Scene scene = reader.standard(1);
    assertThat(scene.objects()).hasSizeGreaterThanOrEqualTo(22);
    assertThat(scene.objects())
        .extracting(object -> object.place().orElseThrow())
        .contains("table", "close counter", "far counter", "top drawer", "bottom drawer", "fridge");
    assertThat(scene.robotAt()).isEqualTo("user");
    assertThat(scene.open()).doesNotContainValue(true).hasSize(3);
  }

  @Test
  void theDefaultSceneFitsForManySeeds() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(reader.standard(seed).objects()).hasSize(25);
    }
  }

  @Test
  void theSeedDecidesTheSpots() {
    assertThat(reader.standard(3)).isEqualTo(reader.standard(3));
    assertThat(reader.standard(3)).isNotEqualTo(reader.standard(4));
  }

  @Test
  void whatTheRobotIsLikeMayBeSaidAndIsElseAsUsual() {
    Scene scene =
        reader.parse(
            "test",
            "robot: {lifts_kg: 0.2, camera: {range_m: 2, across_deg: 90}, noise: {miss_share:"
                + " 0.5}}",
            1);
    assertThat(scene.robot().liftsKg()).isEqualTo(0.2);
    assertThat(scene.robot().lens().rangeM()).isEqualTo(2);
    assertThat(scene.robot().lens().acrossRad()).isCloseTo(Math.PI / 2, within(1e-9));
    assertThat(scene.robot().lens().upRad()).isEqualTo(Lens.STANDARD.upRad());
    assertThat(scene.robot().noise().missShare()).isEqualTo(0.5);
    assertThat(scene.robot().noise().positionM()).isEqualTo(SensorNoise.STANDARD.positionM());
    assertThat(reader.standard(1).robot()).isEqualTo(RobotTraits.STANDARD);
  }

  @Test
  void aRobotThatCannotBeIsRefused() {
    for (String robot :
        new String[] {"lifts_kg: -1", "camera: {across_deg: 180}", "noise: {miss_share: 1}"}) {
      assertThatThrownBy(() -> reader.parse("test", "robot: {" + robot + "}", 1))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("field robot");
    }
  }

  @Test
  void readsRobotDoorsCountsAndPoses() {
    Scene scene =
        reader.parse(
            "test",
            """
            robot: {at: table, holding: sponge}
            objects:
              - {kind: coke, at: table, count: 2}
              - {kind: apple, pose: [3.5, 2.2, 0.777, 0.5]}
              - {kind: pepsi, at: far counter, fallen: true}
            doors: {fridge: open}
            disturbances:
              - {skill: pick_up, move: {object: coke-1, to: sink}}
              - {at_s: 4.5, shut: fridge}
            """,
            1);
    assertThat(scene.objects())
        .extracting(SceneObject::id)
        .containsExactlyInAnyOrder("apple-1", "coke-1", "coke-2", "pepsi-1", "sponge-1");
    assertThat(scene.object("apple-1").orElseThrow().place()).contains("table");
    assertThat(scene.object("pepsi-1").orElseThrow().pose().tilt()).isGreaterThan(1.5);
    assertThat(scene.held()).contains("sponge-1");
    assertThat(scene.open()).containsEntry("fridge", true).containsEntry("top drawer", false);
    assertThat(scene.disturbances())
        .containsExactly(
            new Disturbance(new Trigger.AtSkill("pick_up", 1), new Effect.Move("coke-1", "sink")),
            new Disturbance(new Trigger.AtTime(4.5), new Effect.Shut("fridge")));
  }

  @Test
  void readsJsonToo() {
    Scene scene = reader.parse("t", "{\"objects\":[{\"kind\":\"coke\",\"at\":\"table\"}]}", 1);
    assertThat(scene.object("coke-1").flatMap(SceneObject::place)).isEqualTo(Optional.of("table"));
  }

  @Test
  void anUnknownKindIsNamedWithItsLine() {
    assertFault(
        "objects:\n  - {kind: coke, at: table}\n  - {kind: dragon, at: table}\n",
        "test, line 3, field objects.1.kind: there is no kind of object 'dragon'; known: coke,");
  }

  @Test
  void anUnknownPlaceIsNamedWithItsLine() {
    assertFault(
        "objects:\n  - kind: coke\n    at: moon\n",
        "test, line 3, field objects.0.at: there is no place 'moon'; known: user, table,");
  }

  @Test
  void anUnknownPlaceOfTheRobotIsNamed() {
    assertFault("robot: {at: garage}\n", "line 1, field robot.at: there is no place 'garage'");
  }

  @Test
  void anOverlapIsNamed() {
    assertFault(
        """
        objects:
          - {kind: coke, pose: [3.5, 2.2, 0.802, 0]}
          - {kind: pepsi, pose: [3.53, 2.2, 0.802, 0]}
        """,
        "line 3, field objects.1.pose: the pepsi would overlap furniture or another object");
  }

  @Test
  void anObjectInsideOfFurnitureIsNamed() {
    assertFault(
        "objects:\n  - {kind: coke, pose: [2.35, 4.7, 0.5, 0]}\n", "would overlap furniture");
  }

  @Test
  void anObjectOutsideOfTheRoomIsNamed() {
    assertFault(
        "objects:\n  - {kind: coke, pose: [9, 1, 0.5, 0]}\n",
        "field objects.0.pose: (9.0, 1.0) lies outside of the kitchen of 7.0 x 5.0 m");
  }

  @Test
  void whatWouldHangInTheAirIsNamed() {
    assertFault(
        "objects:\n  - {kind: spoon, pose: [3.5, 2.25, 1.6, 0]}\n",
        "line 2, field objects.0.pose: the spoon would hang in the air 0.85 m above what is below"
            + " it; lower z to 0.75");
    assertFault(
        "objects:\n  - {kind: mug, pose: [2.1, 2.4, 0.8, 0]}\n",
        "the mug would hang in the air 0.75 m above what is below it; lower z to 0.05");
    assertFault(
        """
        objects:
          - {kind: coke, pose: [3.5, 2.2, 0.802, 0]}
          - {kind: pepsi, pose: [3.5, 2.2, 1.1, 0]}
        """,
        "field objects.1.pose: the pepsi would hang in the air");
  }

  @Test
  void whatWouldStandInTheFloorIsNamed() {
    assertFault(
        "objects:\n  - {kind: coke, pose: [2.1, 2.4, -0.2, 0]}\n",
        "the coke would stand 0.26 m deep in the floor; raise z to 0.061");
  }

  @Test
  void oneThingMayStandOnAnotherThatIsNamedLater() {
    Scene scene =
        reader.parse(
            "test",
            """
            objects:
              - {kind: coke, pose: [3.5, 2.2, 0.924, 0]}
              - {kind: pepsi, pose: [3.5, 2.2, 0.801, 0]}
            """,
            1);
    assertThat(scene.objects()).hasSize(2);
  }

  @Test
  void notANumberIsNamed() {
    assertFault(
        "objects:\n  - {kind: coke, pose: [.nan, 1, 0.5, 0]}\n", "line 2, field objects.0.pose.0");
  }

  @Test
  void tenThousandObjectsAreTooMany() {
    String many = "  - {kind: coke, at: table}\n".repeat(10_000);
    assertFault(
        "objects:\n" + many, "line 1, field objects: must have at most 500 items but found 10,000");
  }

  @Test
  void moreThanFitsIsNamed() {
    assertFault(
        "objects:\n  - {kind: watermelon, at: trash can, count: 3}\n",
        "line 2, field objects.0: there is no room left for the watermelon in the trash can");
  }

  @Test
  void malformedYamlIsNamedWithItsLine() {
    assertFault(
        "objects:\n  - {kind: coke, at: table\n  - oops",
        "line 3, field objects.0.at: not valid YAML: while parsing a flow mapping, expected ','");
  }

  @Test
  void anUnknownFieldIsNamed() {
    assertFault("objets: []\n", "line 1: property 'objets' is not defined");
  }

  @Test
  void anEmptyFileIsNamed() {
    assertFault("", "test is empty");
  }

  @Test
  void aFieldGivenTwiceIsNamed() {
    assertFault("doors: {}\ndoors: {}\n", "line 2, field doors: not valid YAML: Duplicate field");
  }

  @Test
  void aDoorOfATableIsNamed() {
    assertFault(
        "doors: {table: open}\n",
        "field doors.table: 'table' has no door; places that open: fridge, top drawer");
  }

  @Test
  void aDisturbanceOfAnAbsentObjectIsNamed() {
    assertFault(
        "disturbances:\n  - {at_s: 1, remove: coke-9}\n",
        "line 2, field disturbances.0.remove: there is no object 'coke-9'");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> reader.read(Path.of("nowhere.yaml"), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Scene file 'nowhere.yaml' does not exist; check the path");
  }

  @Test
  void aSceneMayNameAKitchenFileBesideIt(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("tiny.yaml"),
        """
        name: tiny
        room: {length: 3, width: 3}
        furniture:
          - {name: user, type: person, at: [0.5, 0.5], size: [0.4, 0.4, 1.7], color: "#888888"}
          - {name: desk, type: table, at: [2, 2], size: [0.6, 0.6, 0.75], color: "#888888"}
        """);
    Path file = folder.resolve("scene.yaml");
    Files.writeString(file, "kitchen: tiny.yaml\nobjects: [{kind: coke, at: desk}]\n");
    assertThat(reader.read(file, 1).kitchen().name()).isEqualTo("tiny");
  }

  private void assertFault(String yaml, String message) {
    assertThatThrownBy(() -> reader.parse("test", yaml, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
