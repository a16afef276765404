package io.souschef.planner.program.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Writes texts by a grammar in GBNF, of the part of that notation that ours uses. */
final class GrammarSampler {

  private final Map<String, String> rules = new HashMap<>();
  private final RandomGenerator random;
  private StringBuilder out = new StringBuilder();
  private String rule = "";
  private int index;

  GrammarSampler(String grammar, RandomGenerator random) {
    this.random = random;
    for (String line : grammar.split("\n")) {
      int arrow = line.indexOf(" ::= ");
      rules.put(line.substring(0, arrow), line.substring(arrow + 5));
    }
  }

  String next() {
    out = new StringBuilder();
    expand("root", 0);
    return out.toString();
  }

  private void expand(String name, int depth) {
    String body = rules.get(name);
    if (body == null) {
      throw new IllegalStateException("No rule '" + name + "'");
    }
    String outerRule = rule;
    int outerIndex = index;
    rule = body;
    index = 0;
    choose(depth);
    rule = outerRule;
    index = outerIndex;
  }

  /**
   * Alternatives up to the end or a closing parenthesis; the first one where it is deep already.
   */
  private void choose(int depth) {
    List<Integer> starts = new ArrayList<>(List.of(index));
    int from = index;
    while (!atEnd()) {
      if (rule.charAt(index) == '|') {
        index++;
        starts.add(index);
      } else {
        item(-1);
      }
    }
    int end = index;
    index = starts.get(depth > 14 ? 0 : random.nextInt(starts.size()));
    while (!atEnd() && rule.charAt(index) != '|') {
      item(depth);
    }
    index = Math.max(end, from);
  }

  private boolean atEnd() {
    while (index < rule.length() && rule.charAt(index) == ' ') {
      index++;
    }
    return index >= rule.length() || rule.charAt(index) == ')';
  }

  /** One item with its quantifier; written unless the depth is negative. */
  private void item(int depth) {
    int start = index;
    once(-1);
    int after = index;
    int least = 1;
    int most = 1;
    char sign = index < rule.length() ? rule.charAt(index) : ' ';
    if (sign == '*' || sign == '?' || sign == '+') {
      after++;
      least = sign == '+' ? 1 : 0;
      most = sign == '?' ? 1 : least + 2;
    } else if (sign == '{') {
      after = rule.indexOf('}', index) + 1;
      String[] bounds = rule.substring(index + 1, after - 1).split(",");
      least = Integer.parseInt(bounds[0]);
      most = Math.min(20, Integer.parseInt(bounds[1]));
    }
    int count = depth < 0 ? 0 : depth > 10 ? least : least + random.nextInt(most - least + 1);
    for (int i = 0; i < count; i++) {
      index = start;
      once(depth);
    }
    index = after;
  }

  private void once(int depth) {
    char c = rule.charAt(index);
    if (c == '"') {
      literal(depth >= 0);
    } else if (c == '[') {
      characters(depth >= 0);
    } else if (c == '(') {
      index++;
      if (depth >= 0) {
        choose(depth);
      } else {
        skip();
      }
      index++;
    } else {
      int from = index;
      while (index < rule.length()
          && (Character.isLetterOrDigit(rule.charAt(index)) || rule.charAt(index) == '-')) {
        index++;
      }
      String name = rule.substring(from, index);
      if (depth >= 0) {
        expand(name, depth + 1);
      } else if (!rules.containsKey(name)) {
        throw new IllegalStateException("No rule '" + name + "' in " + rule);
      }
    }
  }

  private void skip() {
    while (!atEnd()) {
      if (rule.charAt(index) == '|') {
        index++;
      } else {
        item(-1);
      }
    }
  }

  private void literal(boolean writes) {
    for (index++; rule.charAt(index) != '"'; index++) {
      char c = rule.charAt(index);
      if (c == '\\') {
        index++;
        c = rule.charAt(index) == 'n' ? '\n' : rule.charAt(index);
      }
      if (writes) {
        out.append(c);
      }
    }
    index++;
  }

  private void characters(boolean writes) {
    int end = rule.indexOf(']', index);
    StringBuilder set = new StringBuilder();
    for (int i = index + 1; i < end; i++) {
      if (rule.charAt(i) == '-') {
        for (char c = (char) (rule.charAt(i - 1) + 1); c < rule.charAt(i + 1); c++) {
          set.append(c);
        }
      } else {
        set.append(rule.charAt(i));
      }
    }
    if (writes) {
      out.append(set.charAt(random.nextInt(set.length())));
    }
    index = end + 1;
  }
}
