package io.souschef.planner.program.script;

import io.souschef.planner.program.Script;
import io.souschef.planner.program.script.library.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that may be programs: good ones, damaged ones, and none at all. */
final class ProgramFuzzer {

  /** Where a text comes from. */
  enum Kind {
    GRAMMAR("programs by the grammar"),
    CHANGED_GRAMMAR("programs by the grammar with tokens changed"),
    PROGRAMS("random programs with tokens changed"),
    CLEVER("a program with everything, with tokens changed"),
    ATTACKS("two of the listed attacks joined, with tokens changed"),
    TOKENS("tokens at random"),
    CHARACTERS("characters at random");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|\\w+|\\s+|[^\\w\\s]");

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

  private final SplittableRandom random;
  private final RandomPrograms programs;
  private final GrammarSampler grammar;
  private final List<AttackList.Row> attacks = AttackList.all();
  private final List<String> tokens = new ArrayList<>();

  ProgramFuzzer(SplittableRandom random) {
    this.random = random;
    this.programs = new RandomPrograms(random);
    this.grammar =
        new GrammarSampler(ScriptGrammar.gbnf(TestKitchen.LIBRARY, TestKitchen.VOCABULARY), random);
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
  }

  String next(Kind kind) {
    return switch (kind) {
      case GRAMMAR -> grammar.next();
      case CHANGED_GRAMMAR -> changed(grammar.next());
      case PROGRAMS -> changed(Script.of(programs.next()));
      case CLEVER -> changed(PLAIN);
      case ATTACKS -> changed(attack() + (random.nextBoolean() ? "\n" : ";") + attack());
      case TOKENS -> soup(1 + random.nextInt(40));
      case CHARACTERS -> noise(random.nextInt(200));
    };
  }

  private String attack() {
    return attacks.get(random.nextInt(attacks.size())).program();
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
