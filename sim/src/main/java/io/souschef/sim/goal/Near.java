package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import java.util.stream.Stream;

/** One thing close to another, their centres within 0.3 m over the same place. */
@JsonTypeName("near")
record Near(Selector object, Selector other) implements Predicate {

  private static final double NEAR_M = 0.3;

  @Override
  public boolean holds(WorldState state) {
    return object
        .in(state)
        .anyMatch(one -> other.in(state).anyMatch(two -> areNeighbours(one, two)));
  }

  private static boolean areNeighbours(WorldObject one, WorldObject two) {
    return !one.id().equals(two.id())
        && one.place().equals(two.place())
        && one.pose().distanceTo(two.pose()) <= NEAR_M;
  }

  @Override
  public String shortfall(WorldState state) {
    return "%s is not near %s".formatted(object, other);
  }

  @Override
  public String words() {
    return "%s near %s".formatted(object, other);
  }

  @Override
  public Stream<Selector> selectors() {
    return Stream.of(object, other);
  }
}
