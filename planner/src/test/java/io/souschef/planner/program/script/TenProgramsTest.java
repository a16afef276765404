package io.souschef.planner.program.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.program.Script;
import io.souschef.planner.program.Shorthand;
import io.souschef.planner.program.script.ScriptReader.Reading;
import io.souschef.planner.program.script.run.Ending;
import io.souschef.planner.program.script.run.Limits;
import io.souschef.planner.program.script.run.ScriptRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The programs of docs/programs.md, run. */
class TenProgramsTest {

  private static String page = "";
  private static List<String> programs = List.of();

  private final FakeExecutive executive =
      new FakeExecutive()
          .put("cup", "table")
          .put("cup", "table")
          .put("plate", "table")
          .put("rice chips", "table")
          .put("apple", "table")
          .put("banana", "far counter")
          .put("coke", "fridge")
          .put("tea", "far counter")
          .put("sponge", "sink");

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("..", "docs", "programs.md"));
    programs =
        Pattern.compile("```js\n(.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(programs).hasSize(10);
  }

  @Test
  void plain() {
    assertThat(run(1).kind()).isEqualTo(Ending.Kind.DONE);
    assertThat(executive.log).containsExactly("bring(\"coke\");");
  }

  @Test
  void howManyWhichFromWhere() {
    assertThat(run(2).kind()).isEqualTo(Ending.Kind.DONE);
    assertThat(executive.log)
        .containsExactly(
            "move(all(\"cup\").at(\"table\"), \"sink\");",
            "bring(different(2, any(\"fruit\")));",
            "discard(any(\"salty\").at(\"table\"));");
  }

  @Test
  void ifThereIsOne() {
    assertThat(run(3).kind()).isEqualTo(Ending.Kind.DONE);
    assertThat(executive.log).containsExactly("bring(any(\"drink\").with(\"hot\"));");
  }

  @Test
  void questions() {
    assertThat(run(4).kind()).isEqualTo(Ending.Kind.DONE);
    assertThat(executive.log)
        .containsExactly(
            "tell(count(one(\"cup\").at(\"table\")));",
            "tell(where(\"sponge\"));",
            "tell(isOpen(\"fridge\"));");
  }

  @Test
  void oneAfterTheOther() {
    assertThat(run(5).kind()).isEqualTo(Ending.Kind.DONE);
    assertThat(executive.log)
        .containsExactly(
            "move(\"cup\", \"sink\");",
            "said: The cup is in the sink.",
            "move(\"cup\", \"sink\");",
            "said: The cup is in the sink.",
            "move(\"plate\", \"sink\");",
            "said: The plate is in the sink.");
  }

  @Test
  void ifThatFailsSomethingElse() {
    executive.failing.add("coke");
    assertThat(run(6).kind()).isEqualTo(Ending.Kind.DONE);
    assertThat(executive.log)
        .containsExactly(
            "bring(\"coke\");",
            "said: There is no coke in reach. I bring tea instead.",
            "bring(\"tea\");");
  }

  @Test
  void whatMustHold() {
    assertThat(run(7).kind()).isEqualTo(Ending.Kind.DONE);
    assertThat(executive.log)
        .containsExactly(
            "open(\"fridge\");",
            "pick(any(\"cold\").with(\"drink\").at(\"fridge\"));",
            "close(\"fridge\");",
            "bring(held());");
  }

  @Test
  void askingAndTheAnswerIsANoun() {
    executive.answering("Tea");
    assertThat(run(8).kind()).isEqualTo(Ending.Kind.DONE);
    assertThat(executive.log).containsExactly("asked: Tea or coffee?", "bring(\"tea\");");
  }

  @Test
  void refusingEndsTheProgram() {
    executive.answering("coffee");
    Ending ending = run(8);
    assertThat(ending.kind()).isEqualTo(Ending.Kind.REFUSED);
    assertThat(ending.message()).isEqualTo("The program refused: There is no coffee in the house.");
    assertThat(executive.log).doesNotContain("bring(\"coffee\");");
  }

  @Test
  void nobodyAnswersAndThatIsSaid() {
    Ending ending = run(8);
    assertThat(ending.kind()).isEqualTo(Ending.Kind.FAILED);
    assertThat(ending.message()).isEqualTo("Nobody answered 'Tea or coffee?'");
    assertThat(ending.at().orElseThrow().line()).isEqualTo(1);
  }

  @Test
  void untilItIsSo() {
    assertThat(run(9).kind()).isEqualTo(Ending.Kind.DONE);
    assertThat(executive.log)
        .containsExactly(
            "move(one(\"cup\").notAt(\"far counter\"), \"far counter\");",
            "move(one(\"cup\").notAt(\"far counter\"), \"far counter\");",
            "tell(count(one(\"cup\").at(\"far counter\")));");
  }

  @Test
  void aFunctionOfOnesOwn() {
    executive.failing.add("plate");
    assertThat(run(10).kind()).isEqualTo(Ending.Kind.DONE);
    assertThat(executive.log)
        .containsExactly(
            "move(\"cup\", \"sink\");",
            "move(\"cup\", \"sink\");",
            "move(\"plate\", \"sink\");",
            "said: 1 would not come.");
  }

  @Test
  void withoutCatchTheRestIsDoneAndTheFailureIsReported() {
    executive.failing.add("coke");
    Ending ending = run("bring(\"coke\");\nbring(\"tea\");");
    assertThat(ending.kind()).isEqualTo(Ending.Kind.FAILED);
    assertThat(ending.message()).isEqualTo("There is no coke in reach");
    assertThat(ending.at().orElseThrow().line()).isEqualTo(1);
    assertThat(executive.log).containsExactly("bring(\"coke\");", "bring(\"tea\");");
  }

  @Test
  void skillsRunAsTheyAre() {
    executive.failing.add("coke");
    run(
        "try { pick_up(\"cokes\"); } catch (e) { tell(e.message); } skills.open(\"fridge\");"
            + " go_to(\"table\");");
    assertThat(executive.log)
        .containsExactly(
            "pick up the coke", "said: The coke slipped", "open the fridge", "go to the table");
  }

  @Test
  void everyLineOfTheShorthandTableIsTheScriptBesideIt() {
    int rows = 0;
    for (String line :
        page.substring(page.indexOf("## Shorthand"), page.indexOf("## Ten")).split("\n")) {
      String[] cells = line.split("\\|");
      if (cells.length < 3 || !cells[1].contains("`")) {
        continue;
      }
      String left = cells[1].split("`")[1];
      String right = cells[2].split("`")[1];
      if (left.startsWith("if ") || left.equals("nothing")) {
        continue;
      }
      rows++;
      assertThat(Script.of(Shorthand.parse(List.of(left, "done")))).isEqualTo(right + ";");
    }
    assertThat(rows).isGreaterThan(5);
  }

  private Ending run(int program) {
    return run(programs.get(program - 1));
  }

  private Ending run(String script) {
    Reading reading = TestKitchen.reader().read(script);
    assertThat(reading.report()).isEmpty();
    return new ScriptRun(Limits.STANDARD, InstantSource.system(), at -> {})
        .run(reading.script().orElseThrow(), executive);
  }
}
