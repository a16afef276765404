package io.souschef.training.language.text;

import io.souschef.training.language.text.Goal.Verb;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a program such as {@code discard(X:drink@P);bring(2 Y:drink!X) | @start at P}. */
final class ProgramParser {

  private static final Pattern GOAL = Pattern.compile("\\s*([a-z]+)\\s*\\(([^()]*)\\)\\s*");
  private static final Pattern COUNT = Pattern.compile("(all|[2-9])\\s+(.*)");
  private static final Pattern ARGUMENT =
      Pattern.compile("([XYZWPQR])(?::([a-z+-]+))?(?:=([^!@=]+))?((?:![XYZWPQR])*)(?:@(.+))?");
  private static final Pattern START = Pattern.compile("@start\\s+(held|at|with)\\s+(.+)");

  private final TextLine line;
  private final Map<String, Variable> variables = new LinkedHashMap<>();

  private ProgramParser(TextLine line) {
    this.line = line;
  }

  static Program parse(TextLine line) {
    return new ProgramParser(line).program(line.field(0));
  }

  private Program program(String text) {
    String[] parts = text.split("\\|");
    List<Goal> goals = new ArrayList<>();
    for (String goal : parts[0].split(";")) {
      goals.add(goal(goal));
    }
    Optional<String> held = Optional.empty();
    Optional<String> at = Optional.empty();
    List<String> present = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      for (String clause : parts[i].split("[;,]|(?=@start)")) {
        String words = clause.strip();
        Matcher start = START.matcher(words);
        if (start.matches()) {
          String variable = variable(start.group(2).strip());
          switch (start.group(1)) {
            case "held" -> held = Optional.of(variable);
            case "at" -> at = Optional.of(variable);
            default -> present.add(variable);
          }
        } else if (!words.isEmpty()) {
          present.add(variable(words));
        }
      }
    }
    return new Program(goals, variables, new Program.Start(held, at, present));
  }

  private Goal goal(String text) {
    Matcher matcher = GOAL.matcher(text);
    if (!matcher.matches()) {
      throw line.error("goal '%s' is not of the form verb(arguments)".formatted(text.strip()));
    }
    Verb verb;
    try {
      verb = Verb.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw line.error("goal '%s' is not in training/text/README.md".formatted(matcher.group(1)));
    }
    String arguments = matcher.group(2).strip();
    int count = 1;
    Matcher counted = COUNT.matcher(arguments);
    if (counted.matches()) {
      count = counted.group(1).equals("all") ? Goal.ALL : Integer.parseInt(counted.group(1));
      arguments = counted.group(2);
    }
    List<String> objects = new ArrayList<>();
    List<String> places = new ArrayList<>();
    String[] pieces = arguments.isEmpty() ? new String[0] : arguments.split(",");
    if (pieces.length != verb.signature().length()) {
      throw line.error(
          "%s takes %d arguments, not '%s'"
              .formatted(verb.word(), verb.signature().length(), arguments));
    }
    for (int i = 0; i < pieces.length; i++) {
      String name = variable(pieces[i].strip());
      boolean place = variables.getOrDefault(name, any(name)).isPlace();
      if (place != (verb.signature().charAt(i) == 'P')) {
        throw line.error(
            "argument '%s' of %s must be %s"
                .formatted(
                    pieces[i],
                    verb.word(),
                    place ? "an object, not a place" : "a place, not an object"));
      }
      (place ? places : objects).add(name);
    }
    return new Goal(verb, count, element(objects, 0), element(places, 0), element(objects, 1));
  }

  /** Reads a mention, remembers what it says, and returns the variable's name. */
  private String variable(String text) {
    Matcher matcher = ARGUMENT.matcher(text);
    if (!matcher.matches()) {
      throw line.error("'%s' is not a variable such as X:fruit!Y@P".formatted(text));
    }
    String name = matcher.group(1);
    Variable before = variables.getOrDefault(name, any(name));
    Optional<String> at = before.at();
    if (matcher.group(5) != null) {
      at = Optional.of(variable(matcher.group(5)));
    }
    Set<String> differs = new HashSet<>(before.differsFrom());
    for (String other : matcher.group(4).split("!")) {
      if (!other.isEmpty()) {
        differs.add(other);
        variables.putIfAbsent(other, any(other));
      }
    }
    Variable merged =
        new Variable(
            name,
            matcher.group(2) == null
                ? before.constraint()
                : constraint(matcher.group(2), before.isPlace()),
            matcher.group(3) == null ? before.fixed() : Optional.of(matcher.group(3).strip()),
            differs,
            at);
    variables.put(name, merged);
    return name;
  }

  private Constraint constraint(String text, boolean ofPlace) {
    Set<String> required = new HashSet<>();
    Set<String> forbidden = new HashSet<>();
    Matcher matcher = Pattern.compile("([+-]?)([a-z]+)").matcher(text);
    while (matcher.find()) {
      String word = matcher.group(2);
      if (!Lexicon.isAttribute(word, ofPlace)) {
        throw line.error(
            "'%s' is not an attribute of %s".formatted(word, ofPlace ? "a place" : "an object"));
      }
      (matcher.group(1).equals("-") ? forbidden : required).add(word);
    }
    return new Constraint(required, forbidden);
  }

  private static Variable any(String name) {
    return new Variable(name, Constraint.NONE, Optional.empty(), Set.of(), Optional.empty());
  }

  private static Optional<String> element(List<String> list, int i) {
    return i < list.size() ? Optional.of(list.get(i)) : Optional.empty();
  }
}
