package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Act.Verb;
import io.souschef.planner.program.Things.Reference;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.world.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Which of the things that are meant an act takes next. Used by one thread. */
final class Choice {

  /** Things of different kinds or places between which the cheapest way decides. */
  private static final int COMPARED = 5;

  private final Act act;
  private final Referents referents;
  private final Set<String> done = new HashSet<>();
  private final Set<String> doneKinds = new HashSet<>();
  private final Set<String> doubtful = new HashSet<>();
  private boolean doubtfulToo;
  private @Nullable String chosenKind;

  Choice(Act act, Referents referents) {
    this.act = act;
    this.referents = referents;
  }

  /** How many are as they are wanted. */
  int done() {
    return done.size();
  }

  boolean isDone(Thing thing) {
    return done.contains(thing.id());
  }

  void achieved(Thing thing) {
    done.add(thing.id());
    doneKinds.add(thing.kind());
  }

  /** The person said which kind is meant. */
  void choose(String kind) {
    chosenKind = kind;
  }

  /** A thing that can hardly be had: others come first, also those that must be looked for. */
  boolean doubt(Thing thing) {
    return !doubtfulToo && doubtful.add(thing.id());
  }

  /** Nothing else is left; false when that changes nothing. */
  boolean admitDoubtful() {
    boolean more = !doubtfulToo && !doubtful.isEmpty();
    doubtfulToo = true;
    return more;
  }

  /** Kinds between which only the speaker can choose. */
  Optional<List<String>> unclear(Candidates meant, List<Thing> pool) {
    return act.amount().isAll() || chosenKind != null ? Optional.empty() : meant.unclear(pool);
  }

  /**
   * Known things that may be next, nearest first.
   *
   * @param place where they are to be taken
   * @param beside what they are to be put next to
   */
  List<Thing> pool(Belief now, Candidates meant, Optional<String> place, Optional<Thing> beside) {
    Reference reference = meant.things().reference();
    boolean again = reference == Reference.SAME || reference == Reference.IT;
    List<Thing> pool =
        meant.known(now, referents).stream()
            .filter(thing -> !done.contains(thing.id()))
            .filter(thing -> doubtfulToo || !doubtful.contains(thing.id()))
            .filter(thing -> again || !referents.placed().contains(thing.id()))
            .filter(thing -> chosenKind == null || thing.kind().equals(chosenKind))
            .filter(thing -> !act.amount().different() || !doneKinds.contains(thing.kind()))
            .filter(thing -> place.filter(thing::isAt).isEmpty())
            .filter(thing -> isTakable(now, thing, meant))
            .filter(thing -> beside.filter(other -> other.id().equals(thing.id())).isEmpty())
            .toList();
    return switch (act.verb()) {
      case UPRIGHT -> firstThose(pool, thing -> !thing.upright());
      case KNOCK -> firstThose(pool, Thing::upright);
      default -> pool;
    };
  }

  private static List<Thing> firstThose(List<Thing> pool, Predicate<Thing> preferred) {
    List<Thing> some = pool.stream().filter(preferred).toList();
    return some.isEmpty() ? pool : some;
  }

  /** What lies in a bin stays there, unless somebody says that it is there. */
  private static boolean isTakable(Belief now, Thing thing, Candidates meant) {
    return !meant.at().isEmpty()
        || thing
            .place()
            .flatMap(now.names().vocabulary()::place)
            .filter(place -> place.kind() == Place.Kind.BIN)
            .isEmpty();
  }

  /**
   * What is in the hand, else what costs least.
   *
   * @param seconds what it costs to have a thing as it is wanted
   */
  Thing cheapest(Belief now, List<Thing> pool, ToDoubleFunction<Thing> seconds) {
    Optional<String> held = now.held();
    Thing best = pool.get(0);
    double least = Double.MAX_VALUE;
    Set<String> alike = new HashSet<>();
    for (Thing thing : pool) {
      if (held.filter(thing.id()::equals).isPresent()) {
        return thing;
      }
      boolean fits = thing.fit() == Thing.Fit.FITS || act.verb() == Verb.FIND;
      if (fits && alike.size() < COMPARED && alike.add(thing.kind() + "@" + thing.where())) {
        double cost = seconds.applyAsDouble(thing);
        if (cost < least) {
          least = cost;
          best = thing;
        }
      }
    }
    return best;
  }
}
