package io.souschef.sim.goal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.sim.goal.GoalReach.Speech;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalReachTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'asked':{}}                                  | false
          {'refused':{}}                                | false
          {'not':{'asked':{}}}                          | true
          {'not':{'not':{'asked':{}}}}                  | false
          {'not':{'any':[{'not':{'asked':{}}},{'open':'fridge'}]}} | false
          {'all':[{'open':'fridge'},{'refused':{}}]}    | false
          {'any':[{'open':'fridge'},{'refused':{}}]}    | true
          {'not':{'all':[{'open':'fridge'},{'asked':{}}]}} | true
          {'open':'fridge'}                             | true
          """)
  void aRobotThatNeverSpeaksReachesWhatNeedsNoWords(String goal, boolean reached)
      throws JsonProcessingException {
    Goal read = new JsonMapper().readValue(goal.replace('\'', '"'), Goal.class);
    assertThat(GoalReach.canHold(read, Speech.NEVER)).isEqualTo(reached);
    assertThat(GoalReach.canHold(read, Speech.ASKS_AND_REFUSES)).isTrue();
  }
}
