package io.souschef.planner.program.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.souschef.planner.program.script.ScriptReader.Reading;
import io.souschef.planner.program.script.run.Ending;
import io.souschef.planner.program.script.run.Limits;
import io.souschef.planner.program.script.run.ScriptRun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttacksTest {

  private final ScriptReader reader = TestKitchen.reader();

  static List<AttackList.Row> attacks() {
    return AttackList.all();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void whatIsNotInTheLanguageIsRefusedInASentenceAndNothingRuns(AttackList.Row attack) {
    Reading reading = reader.read(attack.program());
    assertThat(reading.script()).isEmpty();
    assertThat(reading.problems()).isNotEmpty();
    assertThat(uncounted(reading.problems().get(0).toString()))
        .isEqualTo(uncounted(attack.answer()));
    assertThat(reading.problems())
        .allSatisfy(
            problem ->
                assertThat(problem.message()).hasSizeBetween(10, 400).doesNotContain("Exception"));
  }

  /** A skill more or less in the kitchen is no other answer. */
  private static String uncounted(String answer) {
    return answer.replaceAll(" and \\d+ more", " and more");
  }

  static Stream<Arguments> bombs() {
    String deep = "nested more than 32 deep";
    return Stream.of(
        arguments("(".repeat(90_000), deep),
        arguments("[".repeat(90_000), deep),
        arguments("tell(" + "(".repeat(40_000) + "1" + ")".repeat(40_000) + ")", deep),
        arguments("tell(" + "!".repeat(90_000) + "true)", deep),
        arguments("tell(" + "-".repeat(90_000) + "1)", "'--' stands where a value is expected"),
        arguments("if (true) ".repeat(9_000) + "chat()", deep),
        arguments("if (true) {".repeat(9_000), deep),
        arguments("tell(" + "true ? 1 : ".repeat(8_000) + "1)", deep),
        arguments("if (true) chat(); else ".repeat(4_000) + "chat()", deep),
        arguments("try { ".repeat(15_000), deep),
        arguments("while (exists(\"cup\")) { ".repeat(4_000), deep),
        arguments("function a() { ".repeat(6_000), "Functions are declared at the top"),
        arguments("tell(\"" + "x".repeat(90_000) + "\")", "A text has at most 1000 characters"),
        arguments("tell(" + "9".repeat(90_000) + ")", "is no number"),
        arguments("x".repeat(90_000), "A name has at most 60 letters"),
        arguments("\"".repeat(90_001), "This text does not end on its line"),
        arguments("\\".repeat(90_000), "stands in texts only"),
        arguments("\u00e9 ".repeat(40_000), "names have the letters a to z"),
        arguments("/*".repeat(45_000), "'*' stands where a value is expected"),
        arguments("/* ".repeat(30_000), "This comment does not end"),
        arguments("any(\"cup\")" + ".cold()".repeat(12_000), "does nothing with it"),
        arguments("tell(1" + "+1".repeat(45_000) + "+\"a\"-1)", "A number is wanted here"),
        arguments("bring(\"coke\");".repeat(10_000), "at most 100000 are read"),
        arguments("x".repeat(10_000_000), "at most 100000 are read"));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void textsThatAreTooDeepOrTooLargeAreRefused(String script, String answer) {
    assertThat(reader.read(script).script()).isEmpty();
    assertThat(reader.read(script).problems()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
    assertThat(reader.read(script).report()).contains(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (let i = 0; i < 1000000; i++) { bring(\"coke\"); }",
        "for (let i = 0; i < 1000000; i++) { }",
        "for (let i = 0; i < 1000; i++) { for (let k = 0; k < 1000; k++) { let x = i * k; } }",
        "for (let i = 0; i < 1000000; i++) { tell(\"hi\"); }",
        "for (let i = 0; i < 1000000; i++) { if (exists(\"coke\")) { } }",
        "for (let i = 0; i < 1000000; i++) { try { pick_up(\"coke\"); } catch { } }",
        "let n = 0; while (n >= 0) { n++; }",
        "while (!exists(\"coke\")) { find(\"tea\"); }",
        "let s = \"ab\"; for (let i = 0; i < 100; i++) { s = s + s; } tell(s);",
        "let s = \"ab\"; for (let i = 0; i < 100; i++) { s += s; }",
      })
  void whatNeverEndsIsEndedInASentence(String script) {
    Reading reading = reader.read(script);
    assertThat(reading.report()).isEmpty();
    FakeExecutive executive = new FakeExecutive();
    Ending ending =
        new ScriptRun(Limits.STANDARD, InstantSource.system(), at -> {})
            .run(reading.script().orElseThrow(), executive);
    assertThat(ending.kind()).isEqualTo(Ending.Kind.LIMIT);
    assertThat(ending.message()).startsWith("The program was ended");
    assertThat(executive.log.size()).isLessThanOrEqualTo(Limits.STANDARD.calls());
  }

  @Test
  void functionsThatCallEachOtherManyTimesAreRefusedOrEnded() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      script.append("function f%d(x) { f%d(x); f%d(x); }\n".formatted(i, i + 1, i + 1));
    }
    script.append("function f40(x) { }\nf0(1);");
    assertThat(reader.read(script.toString()).report()).contains("more than 16 deep");
    String short10 = script.toString().replace("f0(1);", "f30(1);");
    assertThat(reader.read(short10).problems()).isNotEmpty();
  }

  @Test
  void aCallThatDoublesElevenTimesIsEnded() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 14; i++) {
      script.append("function f%d(x) { f%d(x); f%d(x); }\n".formatted(i, i + 1, i + 1));
    }
    script.append("function f14(x) { let y = x; }\nf0(1);");
    Reading reading = reader.read(script.toString());
    assertThat(reading.report()).isEmpty();
    Ending ending =
        new ScriptRun(Limits.STANDARD, InstantSource.system(), at -> {})
            .run(reading.script().orElseThrow(), new FakeExecutive());
    assertThat(ending.kind()).isEqualTo(Ending.Kind.LIMIT);
  }

  @Test
  void theDeepestThatIsAllowedRuns() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      script
          .append("function f%d(x) { ".formatted(i))
          .append("if (x > 0) { ".repeat(12))
          .append("return ")
          .append("(1 + ".repeat(14))
          .append("f%d(x)".formatted(i + 1))
          .append(")".repeat(14))
          .append("; }".repeat(13));
    }
    script.append("function f15(x) { return x; }\ntell(f0(1));");
    Reading reading =
        reader.read(script.toString().replace("; }; }", "; } }").replace("; }; }", "; } }"));
    assertThat(reading.report()).isEmpty();
    FakeExecutive executive = new FakeExecutive();
    Ending ending =
        new ScriptRun(Limits.STANDARD, InstantSource.system(), at -> {})
            .run(reading.script().orElseThrow(), executive);
    assertThat(ending.kind()).isEqualTo(Ending.Kind.DONE);
    assertThat(executive.log).containsExactly("said: 211");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = x + 1SUM;",
        "s = \"\" + sSUM_OF_TEXTS; s = t;",
        "if (s == tAND) { x = 1; }",
      })
  void workThatOneStatementHoldsByTheThousandIsEndedToo(String statement) {
    String script =
        "let x = 0; let t = \"%s\"; let s = t;\n".formatted("a".repeat(900))
            + "for (let i = 0; i < 90; i++) { for (let j = 0; j < 90; j++) { "
            + statement
                .replace("SUM_OF_TEXTS", " + \"a\"".repeat(9_000))
                .replace("SUM", " + 1 - 1".repeat(9_000))
                .replace("AND", " && s == t".repeat(8_000))
            + " } }";
    Reading reading = reader.read(script);
    assertThat(reading.report()).isEmpty();
    Ending ending =
        new ScriptRun(Limits.STANDARD, InstantSource.system(), at -> {})
            .run(reading.script().orElseThrow(), new FakeExecutive());
    assertThat(ending.kind()).isEqualTo(Ending.Kind.LIMIT);
    assertThat(ending.message()).contains("values were worked out");
  }

  @Test
  void messagesStayShortAndKeepTheirMendWhateverNamesAndListsAreInThem() {
    String parameters =
        IntStream.range(0, 5_000).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
    for (String script :
        List.of(
            "skills.%s(\"fridge\");".formatted("o".repeat(90_000)),
            "function f(%s) { }\nf(1);".formatted(parameters))) {
      assertThat(reader.read(script).problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.message()).hasSizeLessThanOrEqualTo(600));
    }
    assertThat(reader.read("function f(%s) { }\nf(1);".formatted(parameters)).report())
        .contains("'f' takes 5000 values, and 1 are passed: write f(p0, p1,", "p4999)");
  }

  @Test
  void wallTimeEndsAProgramBetweenItsStatements() {
    Instant[] now = {Instant.EPOCH};
    InstantSource clock = () -> now[0] = now[0].plus(Duration.ofMinutes(50));
    Reading reading =
        reader.read("open(\"fridge\"); close(\"fridge\"); open(\"fridge\"); close(\"fridge\");");
    FakeExecutive executive = new FakeExecutive();
    Ending ending =
        new ScriptRun(Limits.STANDARD, clock, at -> {})
            .run(reading.script().orElseThrow(), executive);
    assertThat(ending.message()).isEqualTo("The program was ended after 7200 s: ask for less");
    assertThat(executive.log).hasSize(1);
  }

  @Test
  void commentsAndOtherLineEndsHideNothing() {
    assertThat(
            reader
                .read("// a\r\nbring(\"coke\") // b\r/* c\u2028 */ open(\"fridge\")\u2029")
                .problems())
        .isEmpty();
    assertThat(reader.read("// harmless \u2028 brng(\"coke\")").report())
        .startsWith("Line 2, column 2: There is no function");
  }
}
