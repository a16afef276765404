package io.souschef.sim.kitchen.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Scene;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitchenFileTest {

  private static final String USER =
      "  - {name: user, type: person, at: [1, 1], size: [0.4, 0.4, 1.7], color: '#888888'}\n";

  @Test
  void aNegativeSizeIsNamed() {
    assertFault(
        "  - {name: desk, type: table, at: [2, 2], size: [-0.6, 0.6, 0.75], color: '#888888'}\n",
        "test, line 5, field furniture.1.size.0: must have an exclusive minimum value of 0");
  }

  @Test
  void anUnknownTypeIsNamed() {
    assertFault(
        "  - {name: desk, type: sofaa, at: [2, 2], size: [0.6, 0.6, 0.75], color: '#888888'}\n",
        "line 5, field furniture.1.type: does not have a value in the enumeration");
    assertFault(
        "  - {name: desk, type: sofaa, at: [2, 2], size: [0.6, 0.6, 0.75], color: '#888888'}\n",
        "; did you mean 'sofa'?");
  }

  @Test
  void aNameGivenTwiceIsNamed() {
    assertFault(USER, "line 5, field furniture.1: the name 'user' is taken; choose another");
  }

  @Test
  void furnitureOutsideOfTheRoomIsNamed() {
    assertFault(
        "  - {name: desk, type: table, at: [3.9, 2], size: [0.6, 0.6, 0.75], color: '#888888'}\n",
        "line 5, field furniture.1.at: desk stands outside of the room of 4.0 x 4.0 m");
  }

  @Test
  void furnitureTooSmallForItsTypeIsNamed() {
    assertFault(
        "  - {name: bin, type: bin, at: [2, 2], size: [0.02, 0.02, 0.5], color: '#888888'}\n",
        "line 5, field furniture.1: ");
  }

  @Test
  void theLargestRoomHasWallsAndCanBeLivedIn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("hall.yaml");
    Files.writeString(
        file, "name: t\nroom: {length: 20, width: 20, wall_height: 20}\nfurniture:\n" + USER);
    Scene scene = new SceneReader(KitchenFile.read(file)).parse("s", "objects: []", 1);
    try (SimulatedRobot robot = new SimulatedRobot(scene, 1)) {
      assertThat(robot.observe().at()).isPresent();
    }
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> KitchenFile.read(Path.of("nowhere.yaml")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Kitchen file 'nowhere.yaml' does not exist; check the path");
  }

  @Test
  void aKitchenWithoutAPersonIsNamed() {
    assertThatThrownBy(
            () ->
                KitchenFile.parse(
                    "test",
                    """
                    name: empty
                    room: {length: 4, width: 4}
                    furniture:
                      - {name: desk, type: table, at: [2, 2], size: [1, 1, 0.7], color: '#888888'}
                    """))
        .hasMessageContaining("line 3, field furniture: nobody is there; add furniture of type");
  }

  @Test
  void aSphereWithoutMassIsNamedInACatalog() {
    assertThatThrownBy(
            () ->
                CatalogFile.parse(
                    "objects",
                    """
                    kinds:
                      - noun: ball
                        shape: {sphere: 0.1}
                        mass_kg: 0
                        color: "#ffffff"
                        category: toy
                    """))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "objects, line 2, field kinds.0: The mass of ball must be above 0 and at most 100 kg"
                + " (0 for a spill), got 0.0");
  }

  @Test
  void anAliasThatMeansTwoPlacesIsNamed() {
    assertFault(
        "  - {name: desk, type: table, at: [2, 2], size: [0.6, 0.6, 0.75], color: '#888888',"
            + " aliases: [user]}\n",
        "the alias 'user' of desk also means user; take it out");
    assertFault(
        "  - {name: chest, type: drawers, at: [2, 2], size: [0.6, 0.6, 0.75], color: '#888888',"
            + " drawers: [upper, lower], aliases: [box]}\n",
        "'aliases' are for furniture of one place, and chest has 2; write drawer_aliases");
  }

  @Test
  void whatIsSaidOfAPlaceIsInTheRobotsVocabulary() {
    assertThat(KitchenFile.standard().vocabulary().place("fridge").orElseThrow())
        .satisfies(
            fridge -> {
              assertThat(fridge.aliases()).contains("refrigerator");
              assertThat(fridge.attributes()).contains("opens", "container", "kitchen");
            });
    assertThat(KitchenFile.standard().vocabulary().place("top drawer").orElseThrow().aliases())
        .containsExactly("upper drawer");
    assertThat(KitchenFile.standard().vocabulary().kind("sponge").orElseThrow().attributes())
        .contains("absorbent", "cleaning", "soft");
  }

  private static void assertFault(String furniture, String message) {
    String yaml = "name: t\nroom: {length: 4, width: 4}\nfurniture:\n" + USER + furniture;
    assertThatThrownBy(() -> KitchenFile.parse("test", yaml))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
