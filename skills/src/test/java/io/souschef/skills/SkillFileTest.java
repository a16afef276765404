package io.souschef.skills;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillFileTest {

  private static final String DONE = "\\n- {action: done, text: done}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "skills: []|has no entries under 'skills:'",
        "skills:\\n- {action: Pick, text: pick}" + DONE + "|skills[0]: 'action' must be a name",
        "skills:\\n- {action: pick}" + DONE + "|skills[0]: 'text' is missing",
        "skills:\\n- {action: pick, text: 'pick {the object}'}"
            + DONE
            + "|are not its arguments []",
        "skills:\\n- {action: pick, text: pick, arguments: {object: kind}}" + DONE + "|[object]",
        "skills:\\n- {action: go, text: go}|no skill with action 'done'",
        "skills:\\n"
            + "- {action: a, text: a, colour: red}|line 2, field skills.0.colour: there is no"
            + " field",
        "skills:\\n- {action: a, text: 'a {x', arguments: {}}" + DONE + "|malformed slot",
        "skills:\\n"
            + "- {action: a, text: 'a {x}', arguments: {x: thing}}|field skills.0.arguments.x:"
            + " 'thing' is none of kind, standable",
        "skills:\\n- {action: a, text: \"pick\\u001b[2J\"}" + DONE + "|control character U+001B",
        "skills:\\n- {action: a, text: \"pick\\u009b31m\"}" + DONE + "|control character U+009B",
        "skills:\\n- {action: a, text: \"pick\\u202e\"}" + DONE + "|control character U+202E",
        "skills:\\n- {action: a, text: \"pick\\u000aup\"}" + DONE + "|control character U+000A",
        "skills: [|Skills file",
        "skills:\\n- {action: a, text: a, needs: [hand is empty]}" + DONE + "|write 'effects: []'",
        "skills:\\n- {action: a, text: a, effects: [hand is free]}"
            + DONE
            + "|skills[0], effects[0]: 'hand is free' is no condition; write 'hand is empty'",
        "skills:\\n"
            + "- {action: a, text: 'a {x}', arguments: {x: kind}, effects: [x is here, y is here]}"
            + DONE
            + "|effects[1]: 'y is here' is no condition; write one that begins with one of hand",
        "skills:\\n- {action: a, text: 'a {x}', arguments: {x: kind}, effects: [x is light]}"
            + DONE
            + "|can be a need and no effect",
        "skills:\\n- {action: a, text: a, needs: [null], effects: []}"
            + DONE
            + "|skills[0], needs[0]: a condition is missing",
        "skills:\\n"
            + "- {action: a, text: a, needs: [{that: hand is empty, message: '{x}'}], effects: []}"
            + DONE
            + "|the message's slot '{x}' is none of the arguments",
        "skills:\\n- {action: a, text: a, needs: [{that: hand is empty, reason: bad}], effects: []}"
            + DONE
            + "|hand_full",
        "skills:\\n- {action: a, text: a, effects: [], seconds: -1}" + DONE + "|not -1.0",
      })
  void aMistakeIsNamedByPlaceAndMend(String yaml, String expected) throws Exception {
    Path file = Files.writeString(folder.resolve("skills.yaml"), yaml.replace("\\n", "\n"));
    assertThatThrownBy(() -> SkillLibrary.read(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("skills.yaml")
        .hasMessageContaining(expected);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> SkillLibrary.read(folder.resolve("none.yaml")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.yaml")
        .hasMessageContaining("does not exist");
  }
}
