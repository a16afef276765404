package io.souschef.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.failure.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "\t\n", "\u00a0\u00a0", "\u202e", "\u200b\u200d", "\ufeff", "\u2028"})
  void whatNobodyCanSeeIsNoInstruction(String text) {
    assertThatThrownBy(() -> new Instruction(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("The instruction is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?", "\u30b3\u30fc\u30e9", "\ud83e\udd64", "\u200f\u05e7\u05d5\u05dc\u05d4"})
  void wordsOfAnyScriptAreOne(String text) {
    assertThat(new Instruction(text).text()).isEqualTo(text);
  }

  @Test
  void aControlCharacterIsNamedWithItsPlace() {
    assertThatThrownBy(() -> new Instruction("a coke\u0007"))
        .hasMessageContaining("control character U+0007 at position 7");
  }

  @Test
  void whatIsTooLongIsRefused() {
    assertThatThrownBy(() -> new Instruction("a".repeat(2_001))).hasMessageContaining("2,001");
  }
}
