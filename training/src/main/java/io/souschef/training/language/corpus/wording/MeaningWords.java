package io.souschef.training.language.corpus.wording;

import io.souschef.training.language.text.Branch;
import io.souschef.training.language.text.Condition;
import io.souschef.training.language.text.Condition.Check;
import io.souschef.training.language.text.Goal;
import io.souschef.training.language.text.Goal.Kinds;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.Query;
import io.souschef.training.language.text.Reply;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.Statement;
import io.souschef.training.language.text.lexicon.Constraint;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import io.souschef.training.language.text.lexicon.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a request means, in the shorthand that the language model writes (see docs/programs.md): one
 * line for each statement, {@code done} last.
 */
public final class MeaningWords {

  private final Request request;
  private final Bindings bindings;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> shared;
  private final Set<String> spokenOf = new HashSet<>();

  private MeaningWords(Request request, Bindings bindings, Map<String, String> shared) {
    this.request = request;
    this.bindings = bindings;
    this.shared = shared;
  }

  /**
   * The lines of a request whose variables are filled.
   *
   * @param shared for variables that were called by a word which several things or places share
   *     ("the drawer"), that word: it is carried over, and not guessed
   */
  public static List<String> of(Request request, Bindings bindings, Map<String, String> shared) {
    MeaningWords words = new MeaningWords(request, bindings, shared);
    words.write(request.program().statements());
    words.lines.add("done");
    return words.lines;
  }

  private void write(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Goal goal) {
        lines.add(goal(goal));
      } else if (statement instanceof Query query) {
        lines.add(
            "tell "
                + query.asked().word()
                + query
                    .variable()
                    .map(
                        name ->
                            " " + (query.asked() == Query.Asked.OPEN ? place(name) : object(name)))
                    .orElse(""));
      } else if (statement instanceof Reply reply) {
        lines.add(reply.manner().words());
      } else if (statement instanceof Branch branch) {
        write(branch);
      }
    }
  }

  private void write(Branch branch) {
    lines.add("if " + condition(branch.condition()));
    write(branch.then());
    if (!branch.otherwise().isEmpty()) {
      lines.add("else");
      write(branch.otherwise());
    }
    lines.add("end");
  }

  private String condition(Condition condition) {
    StringBuilder words = new StringBuilder(condition.negated() ? "not " : "");
    words.append(condition.check().word());
    if (condition.check() == Check.ATLEAST) {
      words.append(' ').append(condition.count());
    }
    condition
        .variable()
        .ifPresent(
            name ->
                words
                    .append(' ')
                    .append(condition.check().takesPlace() ? place(name) : object(name)));
    return words.toString();
  }

  private String goal(Goal goal) {
    if (goal.verb() == Verb.NONE) {
      return "nothing";
    }
    StringBuilder words =
        new StringBuilder(goal.verb() == Verb.STOW ? Verb.MOVE.word() : goal.verb().word());
    if (goal.kinds() == Kinds.EACH) {
      words.append(" each");
    } else if (goal.count() == Goal.ALL) {
      words.append(" all");
    } else if (goal.count() > 1 || goal.verb() == Verb.HAVE) {
      words.append(' ').append(goal.count());
    }
    if (goal.kinds() == Kinds.DIFFERENT) {
      words.append(" different");
    }
    goal.object().ifPresent(name -> words.append(' ').append(object(name)));
    goal.other().ifPresent(name -> words.append(" near ").append(object(name)));
    goal.place()
        .ifPresent(
            name -> words.append(goal.object().isPresent() ? " > " : " ").append(place(name)));
    return words.toString();
  }

  private String object(String name) {
    Variable variable = bindings.variable(name);
    if (!isNamed(variable) && request.program().start().held().filter(name::equals).isPresent()) {
      return "it";
    }
    boolean again = !spokenOf.add(name);
    StringBuilder words = new StringBuilder(again ? "same " : "");
    Optional<String> noun =
        isNamed(variable) ? bindings.noun(name).map(Noun::singular) : Optional.empty();
    if (noun.isPresent() && shared.containsKey(name)) {
      words.append("the ").append(shared.get(name));
    } else if (noun.isPresent()) {
      words.append(noun.get());
    } else {
      words.append(isDefinite(variable) ? "the " : "any ");
      words.append(variable.said().orElseGet(() -> constraint(variable.constraint())));
      for (String other : new TreeSet<>(variable.differsFrom())) {
        if (isNamed(bindings.variable(other))) {
          bindings.noun(other).ifPresent(o -> words.append(" ! ").append(o.singular()));
        } else if (spokenOf.contains(other)) {
          words.append(" ! same");
        }
      }
    }
    if (!again) {
      variable
          .at()
          .ifPresent(at -> words.append(variable.notAt() ? " @ ! " : " @ ").append(place(at)));
    }
    return words.toString();
  }

  private String place(String name) {
    Variable variable = bindings.variable(name);
    if (variable.said().isPresent()) {
      return (variable.definite() ? "the " : "any ") + variable.said().get();
    }
    if (isNamed(variable) && shared.containsKey(name)) {
      return "the " + shared.get(name);
    }
    return isNamed(variable)
        ? bindings.place(name).map(Spot::name).orElseThrow()
        : "any " + constraint(variable.constraint());
  }

  /** Whether one in particular is meant: "the drink", but not "the coldest drink". */
  private boolean isDefinite(Variable variable) {
    String said = request.instruction().toLowerCase(Locale.ROOT);
    return variable.definite()
        || variable.constraint().required().stream()
            .anyMatch(
                word ->
                    Pattern.compile("\\bthe ((?!most)\\w+(?<!est) )?" + word + "\\b")
                        .matcher(said)
                        .find());
  }

  private boolean isNamed(Variable variable) {
    return variable.fixed().isPresent() || request.mentioned().contains(variable.name());
  }

  private static String constraint(Constraint constraint) {
    StringBuilder words =
        new StringBuilder(String.join(" + ", new TreeSet<>(constraint.required())));
    if (words.isEmpty()) {
      words.append("thing");
    }
    for (String forbidden : new TreeSet<>(constraint.forbidden())) {
      words.append(" - ").append(forbidden);
    }
    return words.toString();
  }
}
