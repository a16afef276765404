package io.souschef.planner.program.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.program.Program;
import io.souschef.planner.program.Script;
import io.souschef.planner.program.Shorthand;
import io.souschef.planner.program.script.ScriptReader.Reading;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoundTripTest {

  private final ScriptReader reader = TestKitchen.reader();

  @Test
  void whatAProgramPrintsReadsBackAsTheSameProgram() {
    RandomPrograms programs = new RandomPrograms(new SplittableRandom(7));
    for (int i = 0; i < 5_000; i++) {
      Program program = programs.next();
      Reading reading = reader.read(Script.of(program));
      assertThat(reading.report()).as(program.toString()).isEmpty();
      assertThat(reading.program()).as(program.toString()).contains(program);
    }
  }

  @Test
  void shorthandAndScriptAreTwoSpellingsOfOneProgram() {
    Program program =
        Shorthand.parse(
            List.of(
                "if not min 2 coke @ fridge",
                "bring 2 different any drink + cold - soda ! tea @ ! top drawer",
                "else",
                "move all cup @ table > any container",
                "end",
                "near same near the cup",
                "tell whether any fruit",
                "done"));
    assertThat(Script.of(program))
        .isEqualTo(
            """
            if (!(count(one("coke").at("fridge")) >= 2)) {
              bring(different(2, any("cold").with("drink").without("soda").not("tea").notAt("top drawer")));
            } else {
              move(all("cup").at("table"), place("container"));
            }
            near(same(), the("cup"));
            tell(exists(any("fruit")));\
            """);
    assertThat(reader.read(Script.of(program)).program()).contains(program);
  }

  @Test
  void aSignThatBeginsAPlacesNameBelongsToItAndEndsWordsForThings() {
    assertThat(Script.of(Shorthand.parse(List.of("move coke > near counter", "done"))))
        .isEqualTo("move(\"coke\", \"near counter\");");
    assertThat(Script.of(Shorthand.parse(List.of("near same near cup @ near counter", "done"))))
        .isEqualTo("near(same(), one(\"cup\").at(\"near counter\"));");
  }

  @Test
  void peoplesWaysOfSayingItAreTheSameProgram() {
    assertThat(reader.read("bring(any('drink').cold().from('table'))").program())
        .isEqualTo(reader.read("bring(any(\"drink\").with(\"cold\").at(\"table\"));").program())
        .isPresent();
    assertThat(reader.read("put(all(\"Cup\").on(\"table\"), \"sink\")").program())
        .isEqualTo(reader.read("move(all(\"cup\").at(\"table\"), \"sink\");").program())
        .isPresent();
    assertThat(reader.read("if (count(\"cup\") < 3) bring(\"drink\")").program())
        .isEqualTo(reader.read("if (!(count(\"cup\") >= 3)) { bring(any(\"drink\")); }").program())
        .isPresent();
  }
}
