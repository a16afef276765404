package io.souschef.planner.program.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.program.Script;
import io.souschef.planner.program.script.ScriptReader.Reading;
import io.souschef.planner.program.script.library.Language;
import io.souschef.planner.program.script.run.Ending;
import io.souschef.planner.program.script.run.Limits;
import io.souschef.planner.program.script.run.ScriptRun;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** With {@code -Dsouschef.fuzz=100000} as many programs. */
class FuzzTest {

  private static final int COUNT = Integer.getInteger("souschef.fuzz", 3_000);
  private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|\\w+|\\s+|[^\\w\\s]");

  private final SplittableRandom random = new SplittableRandom(11);
  private final ScriptReader reader = TestKitchen.reader();
  private final List<String> tokens = new ArrayList<>();

  @Test
  void anyTextIsEitherRefusedWithoutATraceOrRunsToAnEnding() {
    Language.names().forEach(tokens::add);
    tokens.addAll(
        List.of(
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            ";",
            ",",
            ".",
            "=",
            "==",
            "=>",
            "<",
            ">=",
            "!",
            "&&",
            "||",
            "+",
            "-",
            "*",
            "/",
            "%",
            "?",
            ":",
            "++",
            "+=",
            "if",
            "else",
            "for",
            "of",
            "while",
            "const",
            "let",
            "function",
            "return",
            "break",
            "continue",
            "try",
            "catch",
            "assert",
            "true",
            "x",
            "i",
            "0",
            "1",
            "3",
            "2.5",
            "\"coke\"",
            "\"table\"",
            "\"cup\"",
            "\"drink\"",
            "\"\\",
            "'",
            "\n",
            "\r\n",
            "//",
            "/*",
            "*/",
            "\u2028",
            "\ud83c",
            "skills",
            "pick_up",
            "eval",
            "\u0000"));
    RandomPrograms programs = new RandomPrograms(random);
    int ran = 0;
    for (int i = 0; i < COUNT; i++) {
      String script =
          switch (random.nextInt(4)) {
            case 0 -> soup(1 + random.nextInt(40));
            case 1 -> noise(random.nextInt(200));
            default -> changed(random.nextInt(3) == 0 ? PLAIN : Script.of(programs.next()));
          };
      ran += run(script) ? 1 : 0;
    }
    assertThat(ran).isGreaterThan(COUNT / 20).isLessThan(COUNT);
  }

  private static final String PLAIN =
      """
      function carry(what, to) { for (const x of all(what).at("table")) { move(x, to); } return count(what); }
      let n = 0;
      const answer = ask("Which?", "tea", "coke");
      while (exists("cup") && n < 3) { n += 1; try { pick("cup"); } catch (e) { tell("No: " + e); break; } }
      if (!isOpen("fridge")) { open("fridge"); } else { tell(n > 1 ? "many" : "few"); }
      assert(handFree(), () => { release(); });
      for (let i = 0; i < 3; i++) { tell(carry("cup", "sink") + i * 2); }
      bring(answer); pick_up("coke"); skills.open("fridge"); tell(list(any("drink").cold()).length);
      """;

  /** Whether it passed the check and so ran. */
  private boolean run(String script) {
    Reading reading = reader.read(script);
    assertThat(reading.script().isPresent()).as(script).isEqualTo(reading.problems().isEmpty());
    FakeExecutive executive =
        new FakeExecutive()
            .put("cup", "table")
            .put("coke", "fridge")
            .put("tea", "table")
            .answering("tea");
    if (random.nextInt(3) == 0) {
      executive.failing.add("cup");
    }
    if (reading.script().isEmpty()) {
      return false;
    }
    Ending ending =
        new ScriptRun(Limits.STANDARD, InstantSource.system(), at -> {})
            .run(reading.script().get(), executive);
    assertThat(ending.message()).as(script).isNotEmpty();
    assertThat(executive.log.size()).isLessThanOrEqualTo(2 * Limits.STANDARD.calls());
    for (String line : executive.log) {
      // What was done was checked: it is a script that passes the check by itself, or words.
      boolean isAct =
          line.endsWith(";") && !line.startsWith("said: ") && !line.startsWith("asked: ");
      if (isAct) {
        assertThat(reader.read(line).report()).as(script).isEmpty();
      }
    }
    return true;
  }

  private String soup(int length) {
    StringBuilder soup = new StringBuilder();
    for (int i = 0; i < length; i++) {
      soup.append(tokens.get(random.nextInt(tokens.size())))
          .append(random.nextBoolean() ? " " : "");
    }
    return soup.toString();
  }

  private String noise(int length) {
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < length; i++) {
      noise.append((char) (random.nextInt(5) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
    }
    return noise.toString();
  }

  /** A good script with a few of its tokens left out, doubled, swapped for others. */
  private String changed(String script) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(script);
    while (matcher.find()) {
      parts.add(matcher.group());
    }
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(parts.size());
      switch (random.nextInt(4)) {
        case 0 -> parts.set(at, "");
        case 1 -> parts.add(at, parts.get(random.nextInt(parts.size())));
        case 2 -> parts.set(at, tokens.get(random.nextInt(tokens.size())));
        default -> parts.set(at, parts.get(random.nextInt(parts.size())));
      }
    }
    return String.join("", parts);
  }
}
