package io.souschef.planner.program.meaning;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Branch;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.ProgramWriter.Written;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Script;
import io.souschef.planner.program.Statement;
import io.souschef.planner.program.Test;
import io.souschef.planner.program.Things;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be meant, with probabilities: programs that come to the same with a robot's words are
 * one meaning. Immutable.
 *
 * @param all likeliest first
 */
public record Meanings(List<Meaning> all) {

  public Meanings {
    all = List.copyOf(all);
  }

  /**
   * One meaning.
   *
   * @param program the likeliest of its programs
   * @param shorthand as the model wrote it
   * @param probability of all its programs together, in [0, 1]
   * @param assured the same with all other meanings for which to carry this one out is right
   */
  public record Meaning(Program program, List<String> shorthand, double probability, double assured)
      implements Meant {

    /** The same meaning, more or less likely. */
    public Meaning likely(double other) {
      return new Meaning(program, shorthand, other);
    }

    /** A meaning that is right for no other. */
    public Meaning(Program program, List<String> shorthand, double probability) {
      this(program, shorthand, probability, probability);
    }

    public Meaning {
      shorthand = List.copyOf(shorthand);
    }

    @Override
    public String script() {
      return Script.of(program);
    }

    @Override
    public String written() {
      return String.join(" . ", shorthand);
    }

    @Override
    public Optional<Program> plain() {
      return Optional.of(program);
    }
  }

  /** Puts together what comes to the same. */
  public static Meanings of(List<Written> written, Names names) {
    Map<String, Meaning> meanings = new LinkedHashMap<>();
    for (Written one : written) {
      meanings.merge(
          signature(one.program().statements(), names),
          new Meaning(one.program(), one.shorthand(), one.probability()),
          (a, b) ->
              new Meaning(
                  a.program(), a.shorthand(), Math.min(1, a.probability() + b.probability())));
    }
    List<Meaning> sorted = new ArrayList<>(meanings.values());
    sorted.sort(java.util.Comparator.comparingDouble(Meaning::probability).reversed());
    return inOrder(sorted, names);
  }

  /** Meanings of which no two come to the same, in the order in which they are to count. */
  public static Meanings inOrder(List<Meaning> ordered, Names names) {
    Fit fit = new Fit(names);
    return new Meanings(ordered.stream().map(one -> assured(one, ordered, fit)).toList());
  }

  private static Meaning assured(Meaning one, List<Meaning> all, Fit fit) {
    double sum = one.probability();
    for (Meaning other : all) {
      if (!other.equals(one) && fit.fits(one.program(), other.program())) {
        sum += other.probability();
      }
    }
    return new Meaning(one.program(), one.shorthand(), one.probability(), Math.min(1, sum));
  }

  /** Whether to carry out one program is right where another is meant. */
  public static boolean fits(Program done, Program meant, Names names) {
    return areSame(done, meant, names) || new Fit(names).fits(done, meant);
  }

  /** See {@link Meant#certainty(List)}. */
  public double certainty() {
    return Meant.certainty(all);
  }

  /** Whether two programs come to the same with a robot's words. */
  public static boolean areSame(Program one, Program other, Names names) {
    return signature(one.statements(), names).equals(signature(other.statements(), names));
  }

  public Optional<Meaning> best() {
    return all.stream().findFirst();
  }

  /** A text that is the same for programs that come to the same with a robot's words. */
  public static String signature(Program program, Names names) {
    return signature(program.statements(), names);
  }

  private static String signature(List<Statement> statements, Names names) {
    StringBuilder text = new StringBuilder();
    for (Statement statement : statements) {
      if (statement instanceof Act act) {
        Optional<String> to = destination(act, names);
        text.append(to.isPresent() ? Act.Verb.MOVE : act.verb()).append(act.amount());
        act.things().ifPresent(things -> text.append(signature(things, names)));
        act.other().ifPresent(other -> text.append('~').append(signature(other, names)));
        to.or(() -> act.place().map(place -> signature(place, names)))
            .ifPresent(place -> text.append('>').append(place));
      } else if (statement instanceof Branch branch) {
        Test test = branch.test();
        text.append("if").append(test.check()).append(test.negated()).append(test.count());
        test.things().ifPresent(things -> text.append(signature(things, names)));
        test.place().ifPresent(place -> text.append(signature(place, names)));
        text.append('{').append(signature(branch.then(), names)).append('}');
        text.append('{').append(signature(branch.otherwise(), names)).append('}');
      } else if (statement instanceof Query query) {
        text.append(query.asked());
        query.things().ifPresent(things -> text.append(signature(things, names)));
        query.place().ifPresent(place -> text.append(signature(place, names)));
      } else {
        text.append(statement);
      }
      text.append(';');
    }
    return text.toString();
  }

  /** Where things are carried by what the verb says: to discard is to move to the trash can. */
  private static Optional<String> destination(Act act, Names names) {
    return switch (act.verb()) {
      case BRING -> Optional.of(names.person().stream().toList().toString());
      case DISCARD -> Optional.of(names.bins("trash").toString());
      case RECYCLE -> Optional.of(names.bins("recycling").toString());
      case COMPOST -> Optional.of(names.bins("compost").toString());
      default -> Optional.empty();
    };
  }

  private static String signature(Things things, Names names) {
    List<String> kinds = names.kinds(things);
    return (kinds.isEmpty() ? things.words() : kinds.toString())
        + (things.differs() ? "!" : "")
        + (things.reference() == Things.Reference.IT ? "it" : "")
        + (things.notAt() ? "@!" : "@")
        + things.at().map(at -> signature(at, names)).orElse("");
  }

  private static String signature(PlaceWords place, Names names) {
    List<String> places = names.places(place);
    return places.isEmpty() ? place.words() : places.toString();
  }
}
