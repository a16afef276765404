package io.souschef.planner.program.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScriptGrammarTest {

  private final String grammar = ScriptGrammar.gbnf(TestKitchen.LIBRARY, TestKitchen.VOCABULARY);

  @Test
  void whateverTheGrammarLetsThroughPassesTheCheck() {
    GrammarSampler sampler = new GrammarSampler(grammar, new SplittableRandom(3));
    ScriptReader reader = TestKitchen.reader();
    for (int i = 0; i < 2_000; i++) {
      String script = sampler.next();
      assertThat(reader.read(script).report()).as(script).isEmpty();
    }
  }

  @Test
  void theGrammarHasTheRobotsWordsAndTheLibrarysSkills() {
    assertThat(grammar)
        .startsWith("root ::= line+\n")
        .contains("\"\\\"rice chips\\\"\"", "\"pick_up(\"", "\"skills.open(\"", "\"bring(\"");
  }

  @Test
  void aRobotOfFewWordsHasAGrammarWithoutEmptyRules() {
    Vocabulary few =
        new Vocabulary(
            List.of(new Vocabulary.Kind("box", "boxes", false)),
            TestKitchen.VOCABULARY.places().subList(0, 1));
    String small = ScriptGrammar.gbnf(TestKitchen.LIBRARY, few);
    GrammarSampler sampler = new GrammarSampler(small, new SplittableRandom(5));
    ScriptReader reader = ScriptReader.of(TestKitchen.LIBRARY, few);
    for (int i = 0; i < 200; i++) {
      String script = sampler.next();
      assertThat(reader.read(script).report()).as(script).isEmpty();
    }
    assertThat(small.lines()).noneMatch(line -> line.endsWith("::= "));
  }
}
