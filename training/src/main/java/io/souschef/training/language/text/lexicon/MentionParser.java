package io.souschef.training.language.text.lexicon;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads mentions of variables such as {@code the X:fruit-sour!Y@P} and remembers what they say. */
public final class MentionParser {

  private static final Pattern MENTION =
      Pattern.compile(
          "(the )?([XYZWPQR][23]?)(?::([a-z+-]+))?(?:=([^!@=~]+))?(?:~([^!@=~]+))?"
              + "((?:![XYZWPQR][23]?)*)(?:@(!?)(.+))?");

  private final TextLine line;
  private final Map<String, Variable> variables = new LinkedHashMap<>();

  public MentionParser(TextLine line) {
    this.line = line;
  }

  public Map<String, Variable> variables() {
    return variables;
  }

  /** Reads a mention that must be of an object (X) or of a place (P), and returns its name. */
  public String mention(String text, char wanted, String verb) {
    String name = mention(text);
    boolean place = variables.getOrDefault(name, Variable.any(name)).isPlace();
    if (place != (wanted == 'P')) {
      throw line.error(
          "argument '%s' of %s must be %s"
              .formatted(text, verb, place ? "an object, not a place" : "a place, not an object"));
    }
    return name;
  }

  /** Reads a mention and returns the variable's name. */
  public String mention(String text) {
    Matcher matcher = MENTION.matcher(text.strip());
    if (!matcher.matches()) {
      throw line.error("'%s' is not a variable such as X:fruit!Y@P".formatted(text));
    }
    String name = matcher.group(2);
    Variable before = variables.getOrDefault(name, Variable.any(name));
    variables.putIfAbsent(name, before);
    Optional<String> at = before.at();
    if (matcher.group(8) != null) {
      at = Optional.of(mention(matcher.group(8), 'P', "@"));
    }
    Set<String> differs = new HashSet<>(before.differsFrom());
    for (String other : matcher.group(6).split("!")) {
      if (!other.isEmpty()) {
        differs.add(other);
        variables.putIfAbsent(other, Variable.any(other));
      }
    }
    variables.put(
        name,
        new Variable(
            name,
            matcher.group(3) == null
                ? before.constraint()
                : constraint(matcher.group(3), before.isPlace()),
            Optional.ofNullable(matcher.group(4)).map(String::strip).or(before::fixed),
            Optional.ofNullable(matcher.group(5)).map(String::strip).or(before::said),
            matcher.group(1) != null || before.definite(),
            differs,
            at,
            "!".equals(matcher.group(7)) || before.notAt()));
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
}
