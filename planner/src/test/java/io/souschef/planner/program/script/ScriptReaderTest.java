package io.souschef.planner.program.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptReaderTest {

  private final ScriptReader reader = TestKitchen.reader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "bring(\"cok\")|Line 1, column 7: 'cok' is no thing that this robot knows: did you mean"
            + " 'coke'?",
        "brng(\"coke\")|Line 1, column 1: There is no function 'brng': did you mean 'bring'?",
        "move(\"coke\", \"tabel\")|Line 1, column 14: 'tabel' is no place that this robot knows:"
            + " did you mean 'table'?",
        "move(\"coke\", \"apple\")|Line 1, column 14: 'apple' is a thing, and a place is wanted"
            + " here: write one",
        "bring(\"table\")|Line 1, column 7: 'table' is a place, and a thing is wanted here: write"
            + " one",
        "move(\"coke\")|Line 1, column 1: move(...) takes 2 values, and 1 is passed: write"
            + " move(any(\"drink\"), \"table\")",
        "bring(coke)|Line 1, column 7: There is no variable 'coke': write texts in quotes,"
            + " \"coke\"; none are known",
        "if (count(\"coke\")) { open(\"fridge\") }|Line 1, column 5: A condition is true or false,"
            + " and this is a number: write ... > 0",
        "while (true) { open(\"fridge\") }|Line 1, column 1: Nothing in this loop changes its"
            + " condition, so it never ends: write for (let i = 0; i < 10; i++)",
        "any(\"drink\")|Line 1, column 1: any(...) has a value and does nothing with it: write"
            + " find(any(...))",
        "const ok = bring(\"coke\")|Line 1, column 12: This has no value: write it as a statement"
            + " of its own, in try { ... } catch { ... } where it may fail",
        "pickUp(\"coke\")|Line 1, column 1: There is no function 'pickUp': did you mean 'pick_up'?",
        "place_upright(\"apple\")|Line 1, column 15: 'apple' is no object that 'place_upright'"
            + " works with: known are coffee, coke, cup, orange juice, pepsi, tea",
        "const x = 1; x = 2|Line 1, column 14: 'x' does not change: declare it with let instead of"
            + " const",
        "bring(any(\"drink\").cols())|Line 1, column 20: '.cols(...)' is not known: did you mean"
            + " 'cold'?",
        "console.log(\"hi\")|Line 1, column 1: There is no variable 'console': write tell(...)",
        "bring(some(0, \"cup\"))|Line 1, column 12: How many is a whole number from 1 to 99: write"
            + " one of these",
        "bring(\u201ccoke\u201d)|Line 1, column 7: '\u201c' is no quote here: write \"",
        "var x = 1|Line 1, column 1: 'var' is not part of the language: write let or const",
        "bring coke|Line 1, column 7: 'coke' stands after a whole statement: write calls as in"
            + " bring(\"coke\")",
        "bring(\"the coke\")|Line 1, column 7: 'the coke' is no thing that this robot knows: did"
            + " you mean 'coke'?",
        "bring(\"coke\"); const c = all(\"cup\"); tell(c.length)|Line 1, column 45: Things are"
            + " counted by looking: write count(...)",
        "break|Line 1, column 1: 'break' stands in no loop: remove it",
        "open(\"fridge\") close(\"fridge\")|Line 1, column 16: 'close' stands after a whole"
            + " statement: write ; before it",
      })
  void aMistakeIsNamedWithItsPlaceAndItsMend(String script, String message) {
    assertThat(reader.read(script).report()).startsWith(message);
  }

  @Test
  void allMistakesAreToldAtOnceInTheirOrder() {
    String script =
        String.join(
            "\r\n",
            "let n = 1",
            "bring(\"cok\");",
            "var y = 2;",
            "if (isOpen(\"frige\")) {",
            "  pick(;",
            "  n = \"a\";",
            "}",
            "move(\"tea\");");
    assertThat(reader.read(script).problems())
        .extracting(problem -> problem.at().line())
        .containsExactly(2, 3, 4, 5, 6, 8);
  }

  @Test
  void wordsInAVariableAParameterOrAListAreCheckedToo() {
    assertThat(reader.read("const what = \"cok\"; bring(what)").report())
        .contains("'cok' is no thing");
    assertThat(reader.read("function get(x) { bring(x) } get(\"cok\")").report())
        .contains("'cok' is no thing");
    assertThat(reader.read("for (const x of [\"coke\", \"cok\"]) bring(x)").report())
        .contains("'cok' is no thing");
    assertThat(reader.read("const a = ask(\"What?\", \"tea\", \"cok\"); bring(a)").report())
        .contains("'cok' is no thing");
  }

  @Test
  void functionsMayNotCallThemselvesInAnyRound() {
    assertThat(reader.read("function a() { b() } function b() { a() } a()").report())
        .contains("'a' calls itself: write a loop");
  }

  @Test
  void functionsSeeTheirParametersAlone() {
    assertThat(reader.read("const x = \"coke\"; function a() { bring(x) } a()").report())
        .contains("There is no variable 'x': a function sees its parameters alone");
  }

  @Test
  void semicolonsMayBeMissingAtTheEndOfALine() {
    assertThat(reader.read("open(\"fridge\")\nclose(\"fridge\")\n").problems()).isEmpty();
  }
}
