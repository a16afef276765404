package io.souschef.training.language.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.lexicon.Constraint;
import io.souschef.training.language.text.lexicon.Variable;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgramParserTest {

  @Test
  void aGoalKeepsConstraintPlaceAndCount() {
    Program program =
        Request.of("discard(all X:drink+cold-alcohol@P=kids' table)", "clear it").program();

    Goal goal = program.goals().get(0);
    assertThat(goal.verb()).isEqualTo(Verb.DISCARD);
    assertThat(goal.count()).isEqualTo(Goal.ALL);
    Variable object = variable(program, "X");
    assertThat(object.constraint())
        .isEqualTo(new Constraint(Set.of("drink", "cold"), Set.of("alcohol")));
    assertThat(object.at()).contains("P");
    assertThat(variable(program, "P").fixed()).contains("kids' table");
  }

  @Test
  void aVariableKeepsItsConstraintAfterTheFirstMention() {
    Program program = Request.of("move(X:fruit,P);bring(X)", "{the X} {on P}, then me").program();

    assertThat(variable(program, "X").constraint().required()).containsExactly("fruit");
    assertThat(program.goals().get(1).object()).contains("X");
  }

  @Test
  void declarationsAfterTheBarSayWhatTheTextOnlyNames() {
    Program program =
        Request.of("bring(X:drink!Y) | Y:drink; @start at P", "no {Y} please").program();

    assertThat(variable(program, "X").differsFrom()).containsExactly("Y");
    assertThat(variable(program, "Y").constraint().required()).containsExactly("drink");
    assertThat(program.start().at()).contains("P");
    assertThat(program.start().held()).isEqualTo(Optional.empty());
  }

  @Test
  void aSlotThatTheProgramDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> Request.of("bring(X)", "hand me {a Y}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("request, line 1: slot {Y} is not in the program; declare it after a bar: | Y");
  }

  @Test
  void anAttributeOutsideTheListIsRefused() {
    assertThatThrownBy(() -> Request.of("bring(X:tasty)", "yum"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("request, line 1: 'tasty' is not an attribute of an object");
  }

  @Test
  void aPlaceWhereAnObjectBelongsIsRefused() {
    assertThatThrownBy(() -> Request.of("bring(P)", "here"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("request, line 1: argument 'P' of bring must be an object, not a place");
  }

  private static Variable variable(Program program, String name) {
    return Objects.requireNonNull(program.variables().get(name));
  }
}
