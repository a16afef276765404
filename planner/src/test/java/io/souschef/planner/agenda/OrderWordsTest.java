package io.souschef.planner.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Throw away the chips, then bring me the tea",
        "First the apple, please, and the coke",
        "Before you bring the tea, take the mug to the sink",
        "bring me the coke and, when that is done, the apple",
        "the mug in the sink; the coke afterwards",
        "FINALLY the sponge, but the cup to the sink too",
        "1. the coke to the table 2. the apple to me",
        "coke -> table, apple -> counter",
        "Bring mir zuerst die Cola und den Apfel auf den Tisch",
        "die Cola auf den Tisch, danach den Apfel zu mir",
        "la coca a la mesa y luego la manzana a la encimera",
        "d'abord le coca sur la table, le thé pour moi",
        "la mela sul tavolo e poi il tè a me",
        "a maçã para a mesa, depois o chá para mim"
      })
  void whoSaysInWhichOrderIsHeard(String instruction) {
    assertThat(OrderWords.areIn(instruction)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Put the apple in the fruit bowl, the coke on the table and the mug in the sink",
        "Bring me a drink, a fruit and a snack for the road",
        "Sort the waste: the pepsi into the recycling bin, the banana into the compost bin",
        "Bring mir die Cola und stell den Becher in die Spüle",
        "I need 2 apples and 1 coke"
      })
  void aListSaysNothingOfAnOrder(String instruction) {
    assertThat(OrderWords.areIn(instruction)).isFalse();
  }
}
