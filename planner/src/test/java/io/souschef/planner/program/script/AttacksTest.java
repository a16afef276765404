package io.souschef.planner.program.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.program.script.ScriptReader.Reading;
import io.souschef.planner.program.script.run.Ending;
import io.souschef.planner.program.script.run.Limits;
import io.souschef.planner.program.script.run.ScriptRun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttacksTest {

  private final ScriptReader reader = TestKitchen.reader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Java.type(\"java.lang.System\").exit(0)",
        "java.lang.Runtime.getRuntime().exec(\"ls\")",
        "Packages.java.lang.System.exit(0)",
        "Polyglot.eval(\"js\", \"1\")",
        "load(\"http://127.0.0.1/x.js\")",
        "tell(\"\".getClass().forName(\"java.lang.System\"))",
        "tell(\"\".constructor.constructor(\"return 1\")())",
        "tell([].constructor)",
        "tell(any(\"cup\").__proto__)",
        "any(\"cup\").__proto__ = 1",
        "Object.prototype.x = 1",
        "tell(\"x\"[\"constructor\"])",
        "bring[\"call\"](\"coke\")",
        "bring.call(bring, \"coke\")",
        "skills[\"open\"](\"fridge\")",
        "skills.toString()",
        "skills.constructor(\"x\")",
        "eval(\"bring('coke')\")",
        "new Function(\"return 1\")()",
        "Function(\"return 1\")()",
        "setTimeout(() => {}, 1)",
        "import fs from \"fs\"",
        "import(\"fs\")",
        "require(\"fs\").readFileSync(\"/etc/passwd\")",
        "process.exit(1)",
        "globalThis.x = 1",
        "this.x = 1",
        "export default 1",
        "class A { constructor() { bring(\"coke\") } }",
        "tell(/(a+)+$/.test(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"))",
        "while (true) { }",
        "while (1 == 1) { let x = 1 }",
        "for (;;) { }",
        "do { } while (true)",
        "function f() { f() } f()",
        "function f(x) { return f(x) + 1 } tell(f(1))",
        "const f = () => f(); f()",
        "tell(1e309)",
        "tell(0x7fffffff)",
        "tell(99999999999999999999999999)",
        "tell(10n)",
        "tell(`${bring(\"coke\")}`)",
        "br\\u0069ng(\"coke\")",
        "br\u0456ng(\"coke\")",
        "bring(\"c\u043eke\")",
        "bring(\"co\u200bke\")",
        "bring(\"\u202ecoke\")",
        "bring\u00a0(\"coke\")",
        "\u200bbring(\"coke\")",
        "bring(\"coke\"); \u0000",
        "/* bring(\"coke\")",
        "bring(\"coke",
        "bring(\"coke\" /* */",
        "<!-- bring(\"coke\")",
        "#!/bin/sh",
        "bring(\"coke\")(\"coke\")",
        "let bring = 1",
        "function bring(x) { }",
        "const {a} = any(\"cup\")",
        "let [a] = [1]",
        "bring(...[\"coke\"])",
        "async function f() { }",
        "throw \"x\"",
        "delete bring",
        "with (bring) { }",
        "label: bring(\"coke\")",
        "x => x",
        "",
        "   // nothing",
        "}}}}}}}}",
        "{{{{{{{{",
        ")",
        "'use strict'",
        "skills.done()",
        "let l = [\"a\"]; for (let i = 0; i < 60; i++) { l = [l, l]; } tell(l);",
        "done()",
      })
  void whatIsNotInTheLanguageIsRefusedInASentenceAndNothingRuns(String script) {
    Reading reading = reader.read(script);
    assertThat(reading.script()).isEmpty();
    assertThat(reading.problems()).isNotEmpty();
    assertThat(reading.problems())
        .allSatisfy(
            problem ->
                assertThat(problem.message()).hasSizeBetween(10, 400).doesNotContain("Exception"));
  }

  static Stream<String> bombs() {
    return Stream.of(
        "(".repeat(90_000),
        "[".repeat(90_000),
        "tell(" + "(".repeat(40_000) + "1" + ")".repeat(40_000) + ")",
        "tell(" + "!".repeat(90_000) + "true)",
        "tell(" + "-".repeat(90_000) + "1)",
        "if (true) ".repeat(9_000) + "chat()",
        "if (true) {".repeat(9_000),
        "tell(" + "true ? 1 : ".repeat(8_000) + "1)",
        "if (true) chat(); else ".repeat(4_000) + "chat()",
        "try { ".repeat(15_000),
        "function a() { ".repeat(6_000),
        "tell(\"" + "x".repeat(90_000) + "\")",
        "tell(" + "9".repeat(90_000) + ")",
        "x".repeat(90_000),
        "\"".repeat(90_000),
        "\\".repeat(90_000),
        "\u00e9 ".repeat(40_000),
        "/*".repeat(45_000),
        "bring(\"coke\");".repeat(10_000),
        "x".repeat(10_000_000));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void textsThatAreTooDeepOrTooLargeAreRefused(String script) {
    assertThat(reader.read(script).script()).isEmpty();
    assertThat(reader.read(script).problems()).isNotEmpty().hasSizeLessThanOrEqualTo(20);
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
