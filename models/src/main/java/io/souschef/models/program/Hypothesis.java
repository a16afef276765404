package io.souschef.models.program;

import io.souschef.models.program.Grammar.Part;
import io.souschef.models.program.Grammar.State;
import io.souschef.models.program.Grammar.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The beginning of a program: its tokens, how likely it is, and where in the grammar it stands. */
final class Hypothesis {

  private static final int DEEPEST = 3;

  /** A place inside a phrase, and the state behind the phrase. */
  private record Place(Phrases.Node node, State next) {}

  private final Grammar grammar;
  private final int[] tokens;
  private final double logProbability;
  private final Set<Place> places;
  private final List<String> lines;
  private final List<Boolean> branches;
  private final int lineStart;

  private Hypothesis(
      Grammar grammar,
      int[] tokens,
      double logProbability,
      Set<Place> places,
      List<String> lines,
      List<Boolean> branches,
      int lineStart) {
    this.grammar = grammar;
    this.tokens = tokens;
    this.logProbability = logProbability;
    this.places = places;
    this.lines = lines;
    this.branches = branches;
    this.lineStart = lineStart;
  }

  /** Nothing said yet. */
  static Hypothesis start(Grammar grammar) {
    return new Hypothesis(
        grammar,
        new int[0],
        0,
        expand(grammar, State.line(false, false, false)),
        List.of(),
        List.of(),
        0);
  }

  int[] tokens() {
    return tokens;
  }

  double logProbability() {
    return logProbability;
  }

  List<String> lines() {
    return lines;
  }

  boolean isWhole() {
    return !lines.isEmpty() && lines.get(lines.size() - 1).equals("done");
  }

  /** Tokens that may come next. */
  Set<Integer> allowed() {
    Set<Integer> allowed = new TreeSet<>();
    places.forEach(place -> allowed.addAll(place.node().children().keySet()));
    return allowed;
  }

  /** With one token more, which must be allowed. */
  Hypothesis with(int token, double logToken, Tokens text) {
    Set<Place> next = new LinkedHashSet<>();
    boolean ends = false;
    for (Place place : places) {
      Phrases.Node child = place.node().children().get(token);
      if (child == null) {
        continue;
      }
      if (!child.children().isEmpty()) {
        next.add(new Place(child, place.next()));
      }
      if (child.isEnd()) {
        ends |= place.next().part() == Part.LINE;
        if (place.next().part() != Part.LINE) {
          next.addAll(expand(grammar, place.next()));
        }
      }
    }
    int[] longer = Arrays.copyOf(tokens, tokens.length + 1);
    longer[tokens.length] = token;
    double sum = logProbability + logToken;
    if (!ends) {
      return new Hypothesis(grammar, longer, sum, next, lines, branches, lineStart);
    }
    String line = text.decode(Arrays.copyOfRange(longer, lineStart, longer.length - 1)).strip();
    List<String> more = new ArrayList<>(lines);
    more.add(line);
    List<Boolean> open = new ArrayList<>(branches);
    if (line.startsWith("if ")) {
      open.add(true);
    } else if (line.equals("else")) {
      open.set(open.size() - 1, false);
    } else if (line.equals("end")) {
      open.remove(open.size() - 1);
    }
    boolean inside = !open.isEmpty();
    boolean begun = line.startsWith("if ") || line.equals("else");
    boolean elseMay = inside && open.get(open.size() - 1) && !begun;
    Set<Place> fresh =
        open.size() > DEEPEST
            ? new HashSet<>()
            : expand(grammar, State.line(inside && !begun, elseMay, !inside));
    return new Hypothesis(grammar, longer, sum, fresh, more, open, longer.length);
  }

  private static Set<Place> expand(Grammar grammar, State state) {
    Set<Place> places = new LinkedHashSet<>();
    for (Step step : grammar.steps(state)) {
      places.add(new Place(grammar.root(step.slot()), step.next()));
    }
    return places;
  }
}
