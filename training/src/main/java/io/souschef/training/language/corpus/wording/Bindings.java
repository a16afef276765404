package io.souschef.training.language.corpus.wording;

import io.souschef.training.language.corpus.scene.Wanted;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.lexicon.Entry;
import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import io.souschef.training.language.text.lexicon.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What the variables of a request stand for. Variables that the instruction names, and places,
 * stand for one word each; an object that is only described stays open: whatever satisfies it will
 * do.
 */
public final class Bindings {

  private final Request request;
  private final Lexicon lexicon;
  private final Optional<Coinage> coinage;
  private final Map<String, Entry> bound = new HashMap<>();

  private Bindings(Request request, Lexicon lexicon, Optional<Coinage> coinage) {
    this.request = request;
    this.lexicon = lexicon;
    this.coinage = coinage;
  }

  /** Fills a request's variables; empty when this lexicon has no words for it. */
  public static Optional<Bindings> draw(Request request, Lexicon lexicon, RandomGenerator random) {
    return draw(request, lexicon, Optional.empty(), random);
  }

  /**
   * Fills a request's variables.
   *
   * @param coinage where given, makes up words that nobody knows for what the instruction names
   */
  public static Optional<Bindings> draw(
      Request request, Lexicon lexicon, Optional<Coinage> coinage, RandomGenerator random) {
    Bindings bindings = new Bindings(request, lexicon, coinage);
    Set<String> mentioned = request.mentioned();
    for (Variable variable : request.program().variables().values()) {
      if (variable.said().isPresent()) {
        continue;
      }
      boolean held = request.program().start().held().filter(variable.name()::equals).isPresent();
      if (variable.isPlace()
          || variable.fixed().isPresent()
          || held
          || mentioned.contains(variable.name())
          || bindings.isBystander(variable.name())) {
        Optional<? extends Entry> entry = Choose.any(bindings.choices(variable), random);
        if (entry.isEmpty()) {
          return Optional.empty();
        }
        bindings.bound.put(variable.name(), entry.get());
      }
    }
    for (Variable variable : request.program().variables().values()) {
      if (!variable.isPlace() && bindings.wanted(variable.name()).nouns().isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(bindings);
  }

  public Optional<Spot> place(String variable) {
    return bound.get(variable) instanceof Spot spot ? Optional.of(spot) : Optional.empty();
  }

  public Optional<Noun> noun(String variable) {
    return bound.get(variable) instanceof Noun noun ? Optional.of(noun) : Optional.empty();
  }

  Optional<Entry> entry(String variable) {
    return Optional.ofNullable(bound.get(variable));
  }

  /** What would satisfy an object variable. */
  public Wanted wanted(String name) {
    Variable variable = variable(name);
    Optional<Spot> at = variable.at().flatMap(this::place);
    return new Wanted(noun(name).map(List::of).orElseGet(() -> nouns(variable)), at);
  }

  public Variable variable(String name) {
    Variable variable = request.program().variables().get(name);
    if (variable == null) {
      throw new IllegalStateException(
          "%s: variable %s is not in the program".formatted(request.source(), name));
    }
    return variable;
  }

  private List<? extends Entry> choices(Variable variable) {
    if (variable.fixed().isPresent()) {
      String name = variable.fixed().get();
      Optional<? extends Entry> entry =
          variable.isPlace() ? lexicon.spot(name) : lexicon.noun(name);
      return entry.map(List::of).orElse(List.of());
    }
    if (coinage.isPresent() && request.mentioned().contains(variable.name())) {
      return List.of(
          variable.isPlace()
              ? coinage.get().place(variable.constraint())
              : coinage.get().noun(variable.constraint()));
    }
    if (!variable.isPlace()) {
      return nouns(variable);
    }
    Set<Entry> taken = new HashSet<>(bound.values());
    return lexicon
        .spots(variable.constraint())
        .filter(spot -> !taken.contains(spot))
        // A person to hand things to and a room are places only where the program says so.
        .filter(
            spot ->
                !spot.attributes().contains("room")
                    || variable.constraint().required().contains("room")
                    || onlyVisited(variable.name()))
        .filter(spot -> !spot.name().equals("user"))
        .toList();
  }

  /** Whether nobody wants it: it is declared only to stand there. */
  private boolean isBystander(String name) {
    return request
        .program()
        .everyGoal()
        .noneMatch(
            goal ->
                goal.object().filter(name::equals).isPresent()
                    || goal.other().filter(name::equals).isPresent());
  }

  private boolean onlyVisited(String place) {
    return request
        .program()
        .everyGoal()
        .filter(goal -> goal.place().filter(place::equals).isPresent())
        .allMatch(goal -> goal.verb() == Verb.VISIT);
  }

  private List<Noun> nouns(Variable variable) {
    Set<Entry> taken = new HashSet<>();
    bound.forEach(
        (name, entry) -> {
          if (!name.equals(variable.name())) {
            taken.add(entry);
          }
        });
    return lexicon.nouns(variable.constraint()).filter(noun -> !taken.contains(noun)).toList();
  }
}
