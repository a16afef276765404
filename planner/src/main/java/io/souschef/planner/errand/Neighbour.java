package io.souschef.planner.errand;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Act.Verb;
import io.souschef.skills.effect.world.Thing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The thing next to which an act wants others to be put. Used by one thread. */
final class Neighbour {

  private final Act act;
  private final Ways ways;
  private final Referents referents;
  private @Nullable Thing thing;

  Neighbour(Act act, Ways ways, Referents referents) {
    this.act = act;
    this.ways = ways;
    this.referents = referents;
  }

  /** The thing; empty while it is not known, and for acts that want none. */
  Optional<Thing> thing() {
    return Optional.ofNullable(thing);
  }

  /** Settles which; a step where it must be looked for, or cannot be found. */
  Optional<Step> settle(Belief now) {
    if (act.verb() != Verb.NEAR || (thing != null && now.sketch().thing(thing.id()).isPresent())) {
      return Optional.empty();
    }
    Candidates meant = Candidates.of(act.other().orElseThrow(), now, referents);
    if (meant.kinds().isEmpty()) {
      return Optional.of(
          new Step.End(
              false, "I know nothing here that is called '%s'".formatted(meant.things().words())));
    }
    List<Thing> known = meant.known(now, referents);
    if (known.isEmpty()) {
      return Optional.of(
          Looking.next(now, ways, meant.unlooked(now))
              .orElseGet(
                  () -> new Step.End(false, "I saw no %s".formatted(meant.things().words()))));
    }
    thing = known.get(0);
    return Optional.empty();
  }
}
