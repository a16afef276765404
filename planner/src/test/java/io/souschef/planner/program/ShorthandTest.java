package io.souschef.planner.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.failure.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShorthandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bring coke | bring("coke");
          bring 2 any drink + cold - sugary @ fridge | bring(some(2, any("cold").with("drink").without("sugary").at("fridge")));
          move all coke @ table > far counter | move(all("coke").at("table"), "far counter");
          discard all any food ! apple @ ! fridge | discard(all(any("food").not("apple").notAt("fridge")));
          bring 3 different any soda | bring(different(3, any("soda")));
          bring each any chips | bring(each(any("chips")));
          near lemon near bowl | near("lemon", "bowl");
          move it > the drawer | move(held(), "drawer");
          have 4 napkin > table | have(some(4, "napkin"), "table");
          move mug @ near counter > near shelf | move(one("mug").at("near counter"), "near shelf");
          tell what any soda @ fridge | tell(list(any("soda").at("fridge")));
          tell open fridge | tell(isOpen("fridge"));
          visit any surface | visit(place("surface"));
          ask thing | ask("thing");
          refuse | refuse("harm");
          """)
  void linesAreReadAsTheyAreMeant(String line, String script) {
    assertThat(Shorthand.parse(List.of(line, "done")).toString()).isEqualTo(script);
  }

  @Test
  void branchesStandInOneAnother() {
    Program program =
        Shorthand.parse(
            List.of(
                "if not exists coke @ fridge",
                "bring tea",
                "else",
                "if min 2 coke",
                "bring coke",
                "end",
                "end",
                "done"));

    assertThat(program)
        .hasToString(
            """
            if (!exists(one("coke").at("fridge"))) {
              bring("tea");
            } else {
              if (count("coke") >= 2) {
                bring("coke");
              }
            }\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "move coke",
    "bring",
    "bring 4",
    "near coke",
    "fly coke",
    "bring coke > ",
    "tell whom coke",
    "if min x coke"
  })
  void whatIsNoStatementIsNamed(String line) {
    assertThatThrownBy(() -> Shorthand.parse(List.of(line, "done")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is no statement");
  }
}
