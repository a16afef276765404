package io.souschef.training.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationFilterTest {

  private final EvaluationFilter filter =
      new EvaluationFilter(
          List.of(
              "How would you bring me the green apple from the far counter, please?",
              "I spilled my lemonade on the rug, so could you fetch me something for it at once"));

  @Test
  void caseMarksArticlesAndPolitenessMakeNoDifference() {
    assertThat(filter.matches("Bring me a GREEN apple, from far counter!")).isTrue();
  }

  @Test
  void ninetyPerCentOfTheWordsAreTooMany() {
    assertThat(
            filter.matches(
                "i spilled my lemonade on the rug so could you fetch me something for it now once"))
        .isTrue();
  }

  @Test
  void anotherObjectIsAnotherInstruction() {
    assertThat(filter.matches("bring me the green pear from the far counter")).isFalse();
  }

  @Test
  void aPartOfAnInstructionIsAnotherInstruction() {
    assertThat(filter.matches("bring me the green apple")).isFalse();
  }
}
