package io.souschef.planner.rehearsal;

import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Branch;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.Statement;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.Things.Reference;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Things that a program needs, that nobody has seen, and that may be where the robot has not
 * looked: each is supposed to be where it would look first. Used by one thread.
 */
final class Supposed {

  /** More of one sort make no other program of it. */
  private static final int MOST = 9;

  private static final String ID = "supposed-";

  private final Belief now;
  private final Names names;
  private final List<ObservedObject> things = new ArrayList<>();

  private Supposed(Belief now) {
    this.now = now;
    this.names = now.names();
  }

  static List<ObservedObject> of(Program program, Belief now) {
    Supposed supposed = new Supposed(now);
    supposed.suppose(program.statements());
    return supposed.things;
  }

  private void suppose(List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Act act) {
        int count = act.amount().isAll() ? 1 : act.amount().count();
        act.things().ifPresent(needed -> suppose(needed, count, act.amount().different()));
        act.other().ifPresent(needed -> suppose(needed, 1, false));
      } else if (statement instanceof Branch branch) {
        branch.test().things().ifPresent(said -> suppose(said, branch.test().count(), false));
        suppose(branch.then());
        suppose(branch.otherwise());
      }
    }
  }

  private void suppose(Things needed, int count, boolean different) {
    if (needed.reference() == Reference.IT || needed.reference() == Reference.SAME) {
      return;
    }
    List<String> kinds = names.kinds(needed);
    List<String> at = needed.at().map(names::places).orElse(List.of());
    Optional<Place> place =
        now.unlooked(needed.notAt() ? List.of() : at).stream()
            .filter(name -> !needed.notAt() || !at.contains(name))
            .findFirst()
            .flatMap(names.vocabulary()::place);
    if (kinds.isEmpty() || place.isEmpty()) {
      return;
    }
    long known =
        now.things(kinds).filter(thing -> isThere(needed, at, thing.place())).count()
            + things.stream()
                .filter(thing -> kinds.contains(thing.kind()))
                .filter(thing -> isThere(needed, at, thing.place()))
                .count();
    for (long i = known; i < Math.min(count, MOST); i++) {
      String kind = kinds.get(different ? (int) (i % kinds.size()) : 0);
      things.add(unseen(ID + things.size(), kind, place.get(), now.observation().timeS()));
    }
  }

  private static boolean isThere(Things needed, List<String> at, Optional<String> place) {
    return at.isEmpty() || place.filter(at::contains).isPresent() != needed.notAt();
  }

  /** A thing of a common size at a place, which nobody has seen. */
  private static ObservedObject unseen(String id, String kind, Place place, double timeS) {
    return new ObservedObject(
        id, kind, place.pose(), Optional.of(place.name()), 0.05, 0.05, 0.1, 1, timeS, false);
  }

  /** The same as a thing of a world in words. */
  static Thing thing(ObservedObject unseen, Names names) {
    return new Thing(
        unseen.id(),
        unseen.kind(),
        unseen.place().orElse(null),
        false,
        false,
        true,
        false,
        Thing.Fit.FITS,
        names
            .vocabulary()
            .kind(unseen.kind())
            .map(kind -> kind.attributes())
            .orElse(java.util.Set.of()));
  }
}
