package io.souschef.planner.program.script;

import io.souschef.planner.program.script.library.Kind;
import io.souschef.planner.program.script.library.Language;
import io.souschef.planner.program.script.library.Signature;
import io.souschef.planner.program.script.library.SkillFunctions;
import io.souschef.planner.program.script.library.Takes;
import io.souschef.planner.program.script.library.Words;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.SkillTemplate;
import io.souschef.skills.SkillTemplate.ArgumentType;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The language as a grammar for servers that let a model write nothing else, in GBNF, the notation
 * of llama.cpp. Whatever it lets through passes the checker. Variables are left out but for that of
 * a loop, and so are blocks that are more than two deep.
 */
public final class ScriptGrammar {

  /** The variable of a loop in the grammar. */
  private static final String ITEM = "item";

  /** Blocks in each other at most. */
  private static final int DEEPEST = 2;

  /** What may follow things with a dot: more than a few only ever repeat. */
  private static final String LINKS = "{0,3}";

  private static final String LINES = "line+";
  private static final String ROOT = "root ::= " + LINES;

  private static final String INSIDE = "-inside";

  private final Map<String, List<String>> rules = new LinkedHashMap<>();
  private final Words words;
  private final SkillFunctions skills;
  private final Vocabulary vocabulary;

  private ScriptGrammar(SkillLibrary library, Vocabulary vocabulary) {
    this.words = Words.of(vocabulary);
    this.skills = new SkillFunctions(library, vocabulary);
    this.vocabulary = vocabulary;
  }

  /** The grammar over the words of a robot and the skills of a library. */
  public static String gbnf(SkillLibrary library, Vocabulary vocabulary) {
    ScriptGrammar grammar = new ScriptGrammar(library, vocabulary);
    grammar.build();
    return grammar.rules.entrySet().stream()
        .map(rule -> rule.getKey() + " ::= " + String.join(" | ", rule.getValue()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * The same for a text that may have a mark behind its program, at which writing is stopped: a
   * model that goes on for ever would else never come to an end.
   *
   * @param lines statements at most
   */
  public static String gbnf(SkillLibrary library, Vocabulary vocabulary, int lines, String mark) {
    return gbnf(library, vocabulary)
        .replaceFirst(
            Pattern.quote(ROOT),
            Matcher.quoteReplacement("root ::= line{1,%s} %s?".formatted(lines, literal(mark))));
  }

  private void build() {
    rules.put("root", List.of(LINES));
    statements("");
    statements(INSIDE);
    rules.put("number", List.of("[1-9]"));
    rules.put("text", List.of("\"\\\"\" [A-Za-z0-9 ,.?']{1,80} \"\\\"\""));
    rules.put("thing-word", either("noun", words.things(), "attribute", words.attributes()));
    rules.put(
        "place-word",
        either("place-name", words.places(), "place-attribute", words.placeAttributes()));
    rules.put("place", List.of("place-name", "place-made"));
    rules.put("place-made", List.of(literal("place(") + " place-word " + literal(")")));
    rules.put("noun", quoted(words.things()));
    rules.put("attribute", quoted(words.attributes()));
    rules.put("place-name", quoted(words.places()));
    rules.put("place-attribute", quoted(words.placeAttributes()));
    for (ArgumentType type : ArgumentType.values()) {
      rules.put(name(type), quoted(SkillLibrary.values(type, vocabulary)));
    }
    rules.values().removeIf(List::isEmpty);
  }

  /** Rules of a context: the same inside of a loop, where its variable is a thing, too. */
  private void statements(String context) {
    for (int depth = 0; depth <= DEEPEST; depth++) {
      List<String> lines = new ArrayList<>(plain(context));
      if (depth < DEEPEST) {
        lines.addAll(blocks(context, depth + 1));
      }
      rules.put(line(context, depth), lines);
    }
    rules.put("act" + context, acts(context));
    rules.put("told" + context, told(context));
    rules.put("test" + context, List.of(literal("!") + "? check" + context, compared(context)));
    rules.put("check" + context, calls(truths(), context));
    things(context);
  }

  private static String line(String context, int depth) {
    return "line" + context + (depth == 0 ? "" : "-" + depth);
  }

  private static List<String> plain(String context) {
    return List.of(
        "act" + context + " " + literal(";\n"),
        literal("tell(") + " told" + context + " " + literal(");\n"),
        literal("refuse(") + " text " + literal(");\n"),
        literal("ask(")
            + " "
            + choice(List.of("thing", "place", "request"))
            + " "
            + literal(");\n"));
  }

  /** Statements with blocks; a small model else opens one in the other until it is cut off. */
  private static List<String> blocks(String context, int depth) {
    String block = literal(" {\n") + " " + line(context, depth) + "+ " + literal("}");
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s test%s %s %s (%s %s)? %s"
            .formatted(
                literal("if ("),
                context,
                literal(")"),
                block,
                literal(" else"),
                block,
                literal("\n")));
    lines.add(
        "%s %s %s %s %s".formatted(literal("try"), block, literal(" catch"), block, literal("\n")));
    lines.add(
        "%s test%s %s %s %s"
            .formatted(literal("assert("), context, literal(", () =>"), block, literal(");\n")));
    if (context.isEmpty()) {
      lines.add(
          "%s many %s %s+ %s"
              .formatted(
                  literal("for (const " + ITEM + " of "),
                  literal(") {\n"),
                  line(INSIDE, depth),
                  literal("}\n")));
    }
    return lines;
  }

  private void things(String context) {
    List<String> bases = new ArrayList<>(List.of("noun"));
    List<String> many = new ArrayList<>();
    for (Signature signature : sorted(Language.SELECTIONS)) {
      boolean isPlace = signature.name().equals("place") || signature.name().equals("spot");
      boolean isMany =
          signature.parameters().stream().anyMatch(p -> p.takes() == Takes.THINGS)
              && !signature.name().equals("same");
      if (isMany) {
        many.add(call(signature, "-one" + context) + " link" + context + LINKS);
      } else if (!isPlace) {
        bases.add(call(signature, "-one" + context) + " link" + context + LINKS);
      }
    }
    if (!context.isEmpty()) {
      bases.add(literal(ITEM));
    }
    rules.put("things-one" + context, bases);
    rules.put("many" + context, many);
    rules.put("things" + context, List.of("things-one" + context, "many" + context));
    rules.put(
        "link" + context,
        sorted(Language.THING_LINKS).stream()
            .map(s -> literal(".") + " " + call(s, context))
            .toList());
  }

  private List<String> acts(String context) {
    List<String> acts = new ArrayList<>(calls(sorted(Language.ACTS), context));
    for (String name : skills.names()) {
      SkillTemplate template = skills.template(name).orElseThrow();
      boolean canBeSaid =
          template.arguments().values().stream()
              .noneMatch(type -> SkillLibrary.values(type, vocabulary).isEmpty());
      if (canBeSaid) {
        String prefix = Language.function(name).isPresent() ? "skills." : "";
        acts.add(
            literal(prefix + name + "(")
                + template.arguments().values().stream()
                    .map(ScriptGrammar::name)
                    .collect(Collectors.joining(" " + literal(", ") + " ", " ", " "))
                + literal(")"));
      }
    }
    return acts;
  }

  private List<String> told(String context) {
    List<String> told = new ArrayList<>(List.of("text", literal("held()")));
    sorted(Language.QUERIES).stream()
        .filter(s -> !s.name().equals("holding") && !s.name().equals("handFree"))
        .forEach(s -> told.add(call(s, context)));
    return told;
  }

  private static String compared(String context) {
    return literal("count(")
        + " things"
        + context
        + " "
        + literal(") ")
        + " ("
        + List.of(">=", ">", "<", "<=", "==").stream()
            .map(ScriptGrammar::literal)
            .collect(Collectors.joining(" | "))
        + ") "
        + literal(" ")
        + " number";
  }

  private static List<Signature> truths() {
    return sorted(Language.QUERIES).stream().filter(s -> s.result() == Kind.TRUTH).toList();
  }

  private static List<Signature> sorted(Map<String, Signature> signatures) {
    return List.copyOf(new TreeMap<>(signatures).values());
  }

  private List<String> calls(Collection<Signature> signatures, String context) {
    return signatures.stream().map(signature -> call(signature, context)).toList();
  }

  /** A call with all arguments that must stand, and one of those that may. */
  private String call(Signature signature, String context) {
    String arguments =
        signature.parameters().stream()
            .filter(p -> p.count() == Signature.Count.ONCE || signature.parameters().size() == 1)
            .map(p -> argument(p.takes(), context))
            .collect(Collectors.joining(" " + literal(", ") + " "));
    return arguments.isEmpty()
        ? literal(signature.name() + "()")
        : literal(signature.name() + "(") + " " + arguments + " " + literal(")");
  }

  private String argument(Takes takes, String context) {
    return switch (takes) {
      case NUMBER -> "number";
      case TEXT, OPTIONS, ANYTHING -> "text";
      case THINGS -> "things" + context;
      case PLACE -> "place";
      case THING_WORD -> "thing-word";
      case PLACE_WORD -> "place-word";
    };
  }

  private static List<String> either(
      String one, Collection<String> ones, String other, Collection<String> others) {
    List<String> rules = new ArrayList<>();
    if (!ones.isEmpty()) {
      rules.add(one);
    }
    if (!others.isEmpty()) {
      rules.add(other);
    }
    return rules;
  }

  private static String choice(List<String> words) {
    return quoted(words).stream().collect(Collectors.joining(" | ", "(", ")"));
  }

  private static List<String> quoted(Collection<String> words) {
    return new TreeSet<>(words)
        .stream()
            .map(word -> literal('"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"'))
            .toList();
  }

  private static String name(ArgumentType type) {
    return "skill-" + type.name().toLowerCase(Locale.ROOT);
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
