package io.souschef.training.language.text;

import io.souschef.training.language.text.Condition.Check;
import io.souschef.training.language.text.Goal.Kinds;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.Query.Asked;
import io.souschef.training.language.text.Reply.Manner;
import io.souschef.training.language.text.lexicon.MentionParser;
import io.souschef.training.language.text.lexicon.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a program such as {@code if(exists(X@P)){discard(X)}else{bring(2 Y:drink!X)} | @start at
 * Q}.
 */
final class ProgramParser {

  private static final Pattern CALL = Pattern.compile("\\s*([a-z]+)\\s*\\((.*)\\)\\s*");
  private static final Pattern AMOUNT =
      Pattern.compile("(?:([2-9]) different|(all|each|[1-9]))\\s+(.*)");
  private static final Pattern START = Pattern.compile("@start\\s+(held|at|with)\\s+(.+)");

  private final TextLine line;
  private final MentionParser mentions;

  private ProgramParser(TextLine line) {
    this.line = line;
    this.mentions = new MentionParser(line);
  }

  static Program parse(TextLine line) {
    return new ProgramParser(line).program(line.field(0));
  }

  private Program program(String text) {
    String[] parts = text.split("\\|");
    List<Statement> statements = statements(parts[0]);
    Optional<String> held = Optional.empty();
    Optional<String> at = Optional.empty();
    List<String> present = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      for (String clause : parts[i].split("[;,]|(?=@start)")) {
        String words = clause.strip();
        Matcher start = START.matcher(words);
        if (start.matches()) {
          String variable = mentions.mention(start.group(2));
          switch (start.group(1)) {
            case "held" -> held = Optional.of(variable);
            case "at" -> at = Optional.of(variable);
            default -> present.add(variable);
          }
        } else if (!words.isEmpty()) {
          present.add(mentions.mention(words));
        }
      }
    }
    return new Program(statements, mentions.variables(), new Program.Start(held, at, present));
  }

  private List<Statement> statements(String text) {
    List<Statement> statements = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (c == ';' && depth == 0) {
        statements.add(statement(text.substring(from, i)));
        from = i + 1;
      }
    }
    statements.add(statement(text.substring(from)));
    return statements;
  }

  private Statement statement(String text) {
    String words = text.strip();
    if (words.startsWith("if(")) {
      return branch(words);
    }
    Matcher matcher = CALL.matcher(words);
    if (!matcher.matches()) {
      throw line.error("goal '%s' is not of the form verb(arguments)".formatted(words));
    }
    String name = matcher.group(1);
    String arguments = matcher.group(2).strip();
    if (name.equals("tell")) {
      return query(arguments);
    }
    String manner = (name + " " + arguments).strip();
    for (Manner reply : Manner.values()) {
      if (reply.words().equals(manner)) {
        return new Reply(reply);
      }
    }
    return goal(name, arguments);
  }

  private Branch branch(String text) {
    int end = closing(text, 2, '(', ')');
    Condition condition = condition(text.substring(3, end).strip());
    int then = text.indexOf('{', end);
    if (then < 0) {
      throw line.error("'%s' is not of the form if(condition){...}else{...}".formatted(text));
    }
    int thenEnd = closing(text, then, '{', '}');
    List<Statement> wanted = statements(text.substring(then + 1, thenEnd));
    String rest = text.substring(thenEnd + 1).strip();
    if (rest.isEmpty()) {
      return new Branch(condition, wanted, List.of());
    }
    int otherwise = rest.indexOf('{');
    if (!rest.startsWith("else") || otherwise < 0 || !rest.endsWith("}")) {
      throw line.error("'%s' is not of the form else{...}".formatted(rest));
    }
    return new Branch(
        condition, wanted, statements(rest.substring(otherwise + 1, rest.length() - 1)));
  }

  private int closing(String text, int from, char open, char close) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw line.error("'%s' lacks a '%s'".formatted(text, close));
  }

  private Condition condition(String text) {
    boolean negated = text.startsWith("not ");
    Matcher matcher = CALL.matcher(negated ? text.substring(4) : text);
    if (!matcher.matches()) {
      throw line.error("condition '%s' is not of the form exists(X)".formatted(text));
    }
    Check check = constant(Check.class, matcher.group(1));
    String argument = matcher.group(2).strip();
    int count = 1;
    if (check == Check.ATLEAST) {
      if (!argument.matches("[1-9] .*")) {
        throw line.error("'%s' is not of the form atleast(3 X)".formatted(text));
      }
      count = argument.charAt(0) - '0';
      argument = argument.substring(2);
    }
    return new Condition(check, negated, count, argument(argument, check.signature(), text));
  }

  private Query query(String text) {
    String[] words = text.split(" ", 2);
    Asked asked = constant(Asked.class, words[0]);
    return new Query(asked, argument(words.length > 1 ? words[1] : "", asked.signature(), text));
  }

  private Optional<String> argument(String text, String signature, String whole) {
    if (signature.isEmpty() != text.isBlank()) {
      throw line.error("'%s' has one argument too many or too few".formatted(whole));
    }
    return signature.isEmpty()
        ? Optional.empty()
        : Optional.of(mentions.mention(text, signature.charAt(0), whole));
  }

  private Goal goal(String name, String text) {
    Verb verb = constant(Verb.class, name);
    String arguments = text;
    int count = 1;
    Kinds kinds = Kinds.ANY;
    Matcher amount = AMOUNT.matcher(arguments);
    if (amount.matches()) {
      boolean different = amount.group(1) != null;
      String number = different ? amount.group(1) : amount.group(2);
      kinds = different ? Kinds.DIFFERENT : number.equals("each") ? Kinds.EACH : Kinds.ANY;
      count = number.matches("all|each") ? Goal.ALL : Integer.parseInt(number);
      arguments = amount.group(3);
    }
    List<String> objects = new ArrayList<>();
    List<String> places = new ArrayList<>();
    String[] pieces = arguments.isEmpty() ? new String[0] : arguments.split(",");
    if (pieces.length != verb.signature().length()) {
      throw line.error(
          String.format(
              Locale.ROOT,
              "%s takes %d arguments, not '%s'",
              verb.word(),
              verb.signature().length(),
              arguments));
    }
    for (int i = 0; i < pieces.length; i++) {
      char wanted = verb.signature().charAt(i);
      (wanted == 'P' ? places : objects).add(mentions.mention(pieces[i], wanted, verb.word()));
    }
    return new Goal(
        verb, count, kinds, element(objects, 0), element(places, 0), element(objects, 1));
  }

  private <E extends Enum<E>> E constant(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
        return constant;
      }
    }
    throw line.error("goal '%s' is not in training/text/README.md".formatted(word));
  }

  private static Optional<String> element(List<String> list, int i) {
    return i < list.size() ? Optional.of(list.get(i)) : Optional.empty();
  }
}
