package io.souschef.planner.search;

import io.souschef.planner.program.Act;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import java.util.Optional;
import java.util.function.Predicate;

/** What an act wants to be so of one thing. */
public final class Wanted {

  private Wanted() {}

  /**
   * Whether it is so in a world.
   *
   * @param id of the thing
   * @param place where it is to be, of an act that takes things somewhere
   * @param beside the thing next to which it is to be, of an act that wants that
   */
  public static Predicate<WorldSketch> of(
      Act act, String id, Optional<String> place, Optional<Thing> beside) {
    return switch (act.verb()) {
      case PICK -> world -> world.held().filter(held -> held.id().equals(id)).isPresent();
      case RELEASE -> world -> world.held().isEmpty();
      case FIND -> world -> world.thing(id).filter(world::isHere).isPresent();
      case UPRIGHT ->
          world -> world.held().isEmpty() && world.thing(id).filter(Thing::upright).isPresent();
      case KNOCK -> world -> world.thing(id).filter(thing -> !thing.upright()).isPresent();
      case NEAR -> world -> beside.filter(other -> isPutNear(world, id, other)).isPresent();
      default -> world -> place.flatMap(to -> world.thing(id).filter(t -> t.isAt(to))).isPresent();
    };
  }

  /** Whether one thing was put beside another that stayed where it was. */
  private static boolean isPutNear(WorldSketch world, String id, Thing beside) {
    return world.held().isEmpty()
        && world
            .thing(beside.id())
            .filter(other -> !other.delivered())
            .flatMap(other -> world.thing(id).filter(thing -> world.isNear(thing, other)))
            .isPresent();
  }
}
