package io.souschef.sim.kitchen.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a kitchen file declares is there, and all that is wrong with one is told at once. */
class KitchenFaultsTest {

  private static final String ROOM =
      """
      name: t
      room: {length: 4, width: 4}
      furniture:
        - {name: me, type: person, at: [0.5, 0.8], size: [0.4, 0.4, 1.7], color: '#888888'}
      """;

  private static List<String> faults(String more) {
    return KitchenSource.of("home", ROOM + more).faults();
  }

  @Test
  void everyFaultIsToldAtOnceWithItsLineAndAMend() {
    assertThat(
            faults(
                """
                  - {name: larder, type: cuboard, at: [3.6, 2], size: [0.6, 0.8, 1.2], color: '#fff000'}
                  - {name: cooler, type: fridge, at: [2, 3.6], facing: south, size: [0.6, 0.7, 0.4], color: '#dddddd'}
                  - {name: desk, type: desk, at: [3.9, 1], size: [0.6, 1, 0.7], color: '#dddddd'}
                objects:
                  - {noun: pen, shape: {box: [0.1, 0.01, 0.01]}, mass_kg: 0.01, colour: '#111111', category: office}
                  - {noun: anvil, shape: {box: [0.1, 0.1, 0.1]}, mass_kg: 500, color: '#111111', category: tool}
                """))
        .satisfiesExactly(
            fault -> assertThat(fault).contains("line 5, field furniture.1.type", "'cupboard'?"),
            fault ->
                assertThat(fault)
                    .contains("line 6, field furniture.2: cooler: a lowest floor at 0.55 m")
                    .contains("in a height of 0.4 m", "make it 0.94 m high"),
            fault ->
                assertThat(fault).contains("line 7, field furniture.3.at: desk stands outside"),
            fault ->
                assertThat(fault).contains("line 9, field objects.0: ", "did you mean 'color'?"),
            fault -> assertThat(fault).contains("line 9, field objects.0: ", "write 'color': as"),
            fault -> assertThat(fault).contains("line 10, field objects.1.mass_kg", "got 500"));
  }

  @Test
  void furnitureInFurnitureAndFurnitureNobodyCanComeUpToAreNamed() {
    assertThat(
            faults(
                """
                  - {name: chest, type: drawers, at: [2, 3.69], facing: south, size: [0.6, 0.6, 0.88], color: '#dddddd'}
                  - {name: hutch, type: cupboard, at: [2.3, 3.69], facing: south, size: [0.6, 0.6, 1.2], color: '#dddddd'}
                """))
        .singleElement()
        .asString()
        .contains("line 6, field furniture.2.at: hutch stands in the chest; move one of them");
    assertThat(
            faults(
                """
                  - {name: hutch, type: cupboard, at: [3.69, 2], facing: east, size: [0.6, 0.6, 1.2], color: '#dddddd'}
                """))
        .singleElement()
        .asString()
        .contains("nobody can come up to the hutch", "turn it ('facing')");
  }

  @Test
  void theUsualSceneIsCheckedInItsPlace() {
    assertThat(faults("scene:\n  objects: [{kind: coke, at: moon}]\n"))
        .singleElement()
        .asString()
        .startsWith("home, line 6, field scene.objects.0.at: there is no place 'moon'");
    assertThat(faults("scene:\n  objcts: []\n"))
        .singleElement()
        .asString()
        .contains("line 5, field scene: ", "did you mean 'objects'?");
  }

  @Test
  void kindsOfItsOwnAreTheKindsThereAre() {
    String objects =
        """
        objects:
          - {noun: wrench, shape: {box: [0.14, 0.03, 0.01]}, mass_kg: 0.4, color: '#111111',
             category: tool, attributes: [heavy], aliases: [spanner]}
        """;
    Kitchen own = KitchenSource.of("home", ROOM + objects).kitchen();
    assertThat(own.catalog().kinds()).extracting(ObjectKind::noun).containsExactly("wrench");
    assertThat(own.vocabulary().kind("wrench").orElseThrow())
        .satisfies(
            kind -> {
              assertThat(kind.aliases()).containsExactly("spanner");
              assertThat(kind.attributes()).containsExactlyInAnyOrder("heavy", "tool");
            });
    Kitchen both = KitchenSource.of("home", ROOM + objects + "standard_objects: true\n").kitchen();
    assertThat(both.catalog().kinds()).extracting(ObjectKind::noun).contains("wrench", "coke");
  }

  @Test
  void aHomeThatSaysNothingIsFurnishedByTheSeed() {
    String table =
        "  - {name: desk, type: desk, at: [2.5, 2], size: [0.7, 1, 0.7], color: '#dddddd'}\n";
    SceneReader reader = new SceneReader(KitchenSource.of("home", ROOM + table).kitchen());
    Scene scene = reader.standard(3);
    assertThat(scene.objects()).isNotEmpty().isEqualTo(reader.standard(3).objects());
    assertThat(scene.objects()).isNotEqualTo(reader.standard(4).objects());
    assertThat(scene.robotAt()).isEqualTo("me");
  }

  @ParameterizedTest
  @CsvSource({"left, -1", "right, 1"})
  void aDoorTurnsOnTheEdgeThatIsNamedAsOneStandsBeforeIt(String hinge, int side) {
    Kitchen kitchen =
        KitchenSource.of(
                "home",
                ROOM
                    + "  - {name: hutch, type: cupboard, hinge: "
                    + hinge
                    + ", at: [2.5, 3.69], facing: south, size: [0.6, 0.6, 1.2], color: '#dddddd'}\n")
            .kitchen();
    MovablePart door = kitchen.movableParts().get(0);
    // Who looks north has west at the left.
    assertThat(side * (door.joint().frame().x() - 2.5)).isPositive();
    assertThat(side * (door.handle().x() - 2.5)).isNegative();
    assertThat(door.handleAt(door.joint().open()).y()).isLessThan(door.handle().y() - 0.3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dishwasher", "cupboard"})
  void aDoorThatComesDownEndsLevelBeforeTheBox(String type) {
    Kitchen kitchen =
        KitchenSource.of(
                "home",
                ROOM
                    + "  - {name: box, hinge: below, type: "
                    + type
                    + ", at: [2.5, 3.69], facing: south, size: [0.6, 0.6, 0.85], color: '#dddddd'}\n")
            .kitchen();
    MovablePart door = kitchen.movableParts().get(0);
    double open = door.joint().open();
    assertThat(door.handleAt(open).z()).isLessThan(door.handle().z() - 0.3);
    assertThat(door.handleAt(open).y()).isLessThan(door.handle().y() - 0.3);
  }
}
