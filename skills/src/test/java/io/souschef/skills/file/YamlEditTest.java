package io.souschef.skills.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.failure.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlEditTest {

  @Test
  void aMapInBracesGetsTheFieldAtItsEnd() {
    String yaml =
        """
        # things
        things:
          - {noun: cup, size: [1, 2]}  # mine
          - {noun: "a }",
             size: [3]}
        """;
    assertThat(YamlEdit.withList(yaml, "/things/1", "attributes", List.of("red", "soft")))
        .isEqualTo(
            """
            # things
            things:
              - {noun: cup, size: [1, 2]}  # mine
              - {noun: "a }",
                 size: [3], attributes: [red, soft]}
            """);
    assertThat(YamlEdit.withList(yaml, "/things/0", "attributes", List.of("red")))
        .contains("size: [1, 2], attributes: [red]}  # mine");
  }

  @Test
  void aMapInLinesGetsALineOfItsOwn() {
    String yaml =
        """
        things:
          - noun: cup # the big one
            form: {deep: 1}
          - noun: jug
        """;
    assertThat(YamlEdit.withList(yaml, "/things/0", "attributes", List.of("red")))
        .isEqualTo(
            """
            things:
              - attributes: [red]
                noun: cup # the big one
                form: {deep: 1}
              - noun: jug
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "things: [{noun: cup,}]",
        "things:\r\n  - noun: cup\r\n    form: box\r\n",
        "{\"things\": [{\"noun\": \"cup\"}]}",
        "things:\n- {}",
        "things:\n  -\n    noun: cup",
        "---\nthings:\n  - ? noun\n    : cup\n",
        "things:\n  - {noun: \u00fc, # it's {\n     size: 1\n    }\n",
      })
  void howeverItIsWrittenItComesOutAsMeantOrIsRefused(String yaml) {
    try {
      assertThat(YamlEdit.withList(yaml, "/things/0", "attributes", List.of("red")))
          .contains("attributes: [red]");
    } catch (InvalidInputException refused) {
      assertThat(refused).hasMessageContaining("by hand");
    }
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThatThrownBy(() -> YamlEdit.withList("things: 3", "/things/0", "a", List.of("red")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("things.0")
        .hasMessageContaining("by hand");
  }
}
