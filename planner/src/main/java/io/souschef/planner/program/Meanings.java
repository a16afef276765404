package io.souschef.planner.program;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.ProgramWriter.Written;
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
   */
  public record Meaning(Program program, List<String> shorthand, double probability) {
    public Meaning {
      shorthand = List.copyOf(shorthand);
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
    return new Meanings(sorted);
  }

  /**
   * How sure it is that the likeliest meaning is right to go by, in [0, 1]; 0 when nothing may be
   * meant. Where the likeliest moves nothing, it is how sure it is that nothing is to be moved,
   * since between such meanings little is at stake.
   */
  public double certainty() {
    return all.isEmpty() || all.get(0).program().acts()
        ? certainty(all.stream().limit(1).toList())
        : certainty(all.stream().filter(meaning -> !meaning.program().acts()).toList());
  }

  /**
   * How sure it is that one of some meanings is right, in [0, 1]: the geometric mean of their
   * probability and of their share among all legal ones. A model may be sure of a word that this
   * kitchen has not; little is left for each legal program then, although one stands far above the
   * others. On held-out text the mean tells right from wrong better than either alone.
   */
  public double certainty(List<Meaning> some) {
    double legal = total(all);
    return legal == 0 ? 0 : Math.min(1, total(some) / Math.sqrt(legal));
  }

  private static double total(List<Meaning> meanings) {
    return meanings.stream().mapToDouble(Meaning::probability).sum();
  }

  /** Whether two programs come to the same with a robot's words. */
  public static boolean areSame(Program one, Program other, Names names) {
    return signature(one.statements(), names).equals(signature(other.statements(), names));
  }

  public Optional<Meaning> best() {
    return all.stream().findFirst();
  }

  private static String signature(List<Statement> statements, Names names) {
    StringBuilder text = new StringBuilder();
    for (Statement statement : statements) {
      if (statement instanceof Act act) {
        text.append(act.verb()).append(act.amount());
        act.things().ifPresent(things -> text.append(signature(things, names)));
        act.other().ifPresent(other -> text.append('~').append(signature(other, names)));
        act.place().ifPresent(place -> text.append('>').append(signature(place, names)));
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
