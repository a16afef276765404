package io.souschef.evaluation.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteFileTest {

  private static final String GOOD =
      "{'id':'a','family':'nouns','instruction':'bring me a coke','scene':{},"
          + "'goal':{'at':{'object':'coke','place':'user'}}}";

  @TempDir Path temp;

  @Test
  void aSuiteOfOnesOwnIsReadByPath() throws IOException {
    Path file = temp.resolve("mine.jsonl");
    Files.writeString(file, json(GOOD) + "\n\n" + json(GOOD.replace("'a'", "'b'")) + "\n");
    TaskSuite suite = TaskSuite.read(file.toString());
    assertThat(suite.name()).isEqualTo("mine");
    assertThat(suite.tasks()).extracting(Task::id).containsExactly("a", "b");
    assertThat(suite.lines()).containsExactly(1, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'family':'nouns',     |                      | : required property 'family' not found
          'id':'a'              | 'id':'A b'           | , field id: does not match
          'place':'user'        | 'place':7            | , field goal.at.place: integer found, string expected
          'at':{                | 'att':{              | , field goal: property 'att' is not defined
          'object':'coke'       | 'colour':'red'       | , field goal.at: property 'colour' is not defined
          'scene':{}            | 'scene':[]           | , field scene: array found, object expected
          'scene':{}            | 'scene':{},'x':1     | : property 'x' is not defined
          'scene':{}            | 'scene':{},'answers':'yes'  | , field answers: string found, array expected
          'scene':{}            | 'scene':{},'answers':[]     | , field answers: must have at least 1 items
          'scene':{}            | 'scene':{},'answers':[' ']  | , field answers.0: does not match
          'scene':{}            | 'scene':{},'meant':7        | , field meant: integer found, string expected
          """)
  void aFaultIsNamedByLineAndField(String from, String to, String message) {
    assertThat(GOOD).contains(from);
    assertFault(GOOD.replace(from, to == null ? "" : to), message);
  }

  @Test
  void whatThePersonAnswersIsReadAndMayBeLeftOut() {
    String answered = GOOD.replace("'scene'", "'answers':['the pepsi','yes'],'meant':'it','scene'");
    Task task = SuiteFile.parse("s", "s.jsonl", json(answered)).require().tasks().get(0);
    assertThat(task.answers()).containsExactly("the pepsi", "yes");
    assertThat(task.meant()).contains("it");
    Task silent = SuiteFile.parse("s", "s.jsonl", json(GOOD)).require().tasks().get(0);
    assertThat(silent.answers()).isEmpty();
    assertThat(silent.meant()).isEmpty();
  }

  @Test
  void brokenJsonIsNamedByLineColumnAndField() {
    assertFault(
        GOOD.substring(0, GOOD.length() - 5), ", column 113, field goal.at.place: not valid JSON");
    assertFault(GOOD.replace("'scene':{}", "'scene':{]"), ", field scene: not valid JSON");
    assertFault(GOOD + " x", ": not valid JSON");
    assertFault("[[[", "expected close marker for Array");
  }

  private static void assertFault(String second, String message) {
    assertThatThrownBy(
            () ->
                SuiteFile.parse("s", "s.jsonl", json(GOOD) + "\n" + json(second) + "\n").require())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("Suite 's.jsonl', line 2")
        .hasMessageContaining(message)
        .hasMessageNotContaining("Source:");
  }

  @Test
  void anIdIsTakenOnce() {
    assertThatThrownBy(
            () -> SuiteFile.parse("s", "s.jsonl", json(GOOD) + "\n" + json(GOOD) + "\n").require())
        .hasMessage("Suite 's.jsonl', line 2, field id: 'a' is the id of line 1 already");
  }

  @Test
  void everyFaultOfFormIsFoundNotTheFirstAlone() {
    String twice = json(GOOD) + "\n";
    String bad = json(GOOD.replace("'a'", "'A'").replace("'place':'user'", "'place':7")) + "\n";
    SuiteFile.Reading reading = SuiteFile.parse("s", "s.jsonl", twice + twice + "{\n" + bad);
    assertThat(reading.suite().lines()).containsExactly(1);
    assertThat(reading.faults()).extracting(TaskFault::line).containsExactly(2, 3, 4, 4);
    assertThatThrownBy(reading::require)
        .hasMessageEndingWith("(and 3 more faults; 'souschef tasks check' names them)");
  }

  @Test
  void anEmptyOrMissingSuiteIsNamed() {
    assertThatThrownBy(() -> SuiteFile.parse("s", "s.jsonl", "\n"))
        .hasMessageContaining("holds no task");
    assertThatThrownBy(() -> TaskSuite.read("nowhere"))
        .hasMessage(
            "There is no suite 'nowhere'; name one of plain, kitchen-core, saycan-dev,"
                + " saycan-plans, strangers-dev, feasible, disturbed, flat, several, ask, refuse,"
                + " or a file");
  }

  @Test
  void aTaskIsFoundBySuiteAndId() {
    assertThat(TaskSuite.readTask("plain:bring-01").family()).isEqualTo("bring");
    assertThatThrownBy(() -> TaskSuite.readTask("plain:nothing"))
        .hasMessageStartingWith("Suite 'plain' has no task 'nothing'");
    assertThatThrownBy(() -> TaskSuite.readTask("plain")).hasMessageContaining("<suite>:<id>");
  }

  static String json(String quoted) {
    return quoted.replace('\'', '"');
  }
}
