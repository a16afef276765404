package io.souschef.evaluation.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.failure.InvalidInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskCheckTest {

  private static final TaskReader READER = new TaskReader(KitchenFile.standard());
  private static final TaskCheck CHECK = new TaskCheck(READER, TaskCheck.PlanCheck.NONE);

  private static final String SCENE = "'scene':{'objects':[{'kind':'coke','at':'table'}]},";
  private static final String AT_USER = "'goal':{'at':{'object':'coke','place':'user'}}";

  @Test
  void aGoodTaskHasNoFault() {
    assertThat(faults(SCENE + AT_USER)).isEmpty();
  }

  @Test
  void aGoalThatHoldsAtTheStartIsRefusedUnlessMarked() {
    String goal = "'goal':{'at':{'object':'coke','place':'table'}}";
    assertThat(faults(SCENE + goal))
        .containsExactly(
            "Suite 's.jsonl', line 1, field goal: it holds before anything is done; change the"
                + " scene, or write \"holds_at_start\": true if doing nothing is right");
    assertThat(faults(SCENE + goal + ",'holds_at_start':true")).isEmpty();
  }

  @Test
  void aMarkThatIsNotTrueIsNamed() {
    assertThat(faults(SCENE + AT_USER + ",'holds_at_start':true"))
        .singleElement()
        .asString()
        .contains("field holds_at_start: the goal does not hold at the start");
  }

  @Test
  void unknownKindsAndPlacesAreNamed() {
    assertThat(faults(SCENE + "'goal':{'at':{'object':'unicorn','place':'moon'}}"))
        .containsExactly(
            "Suite 's.jsonl', line 1, field goal: place 'moon' is unknown",
            "Suite 's.jsonl', line 1, field goal: 'unicorn' is no object, category or attribute");
    assertThat(faults("'scene':{'objects':[{'kind':'unicorn','at':'table'}]}," + AT_USER))
        .singleElement()
        .asString()
        .startsWith(
            "Suite 's.jsonl', line 1, field scene.objects.0.kind: there is no kind of object"
                + " 'unicorn'");
    assertThat(faults("'scene':{'robot':{'at':'moon'}}," + AT_USER))
        .singleElement()
        .asString()
        .startsWith("Suite 's.jsonl', line 1, field scene.robot.at: there is no place 'moon'");
  }

  @Test
  void aPlanThatDoesNotReachTheGoalIsNamed() {
    TaskCheck check = new TaskCheck(READER, (task, plan) -> Optional.of("the goal does not hold"));
    TaskSuite suite = suite(SCENE + AT_USER + ",'reference_plans':[['go to the table']]");
    assertThat(check.faults(suite))
        .containsExactly(
            "Suite 's.jsonl', line 1, field reference_plans.0: the goal does not hold");
  }

  @Test
  void aTaskMayEndByAskingOrRefusing() {
    assertThat(faults(SCENE + "'goal':{'all':[{'refused':{}},{'unchanged':{}}]}")).isEmpty();
    assertThat(faults(SCENE + "'goal':{'not':{'not':{'asked':{}}}}")).isEmpty();
    assertThat(
            faults(SCENE + "'goal':{'any':[{'asked':{}},{'at':{'object':'coke','place':'user'}}]}"))
        .isEmpty();
    assertThat(faults(SCENE + "'goal':{'all':[{'not':{'asked':{}}},{'open':'fridge'}]}")).isEmpty();
  }

  @Test
  void aFaultStopsAnEvaluation() {
    TaskSuite suite = suite(SCENE + "'goal':{'robot_at':'moon'}");
    assertThatThrownBy(() -> CHECK.require(suite))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Suite 's.jsonl', line 1, field goal: place 'moon' is unknown");
  }

  private static List<String> faults(String rest) {
    return CHECK.faults(suite(rest));
  }

  private static TaskSuite suite(String rest) {
    String line = "{'id':'a','family':'nouns','instruction':'bring me a coke'," + rest + "}";
    return SuiteFile.parse("s", "s.jsonl", SuiteFileTest.json(line)).require();
  }
}
