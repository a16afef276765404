package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.souschef.sim.goal.AboutPlace.Closed;
import io.souschef.sim.goal.AboutPlace.Open;
import io.souschef.sim.goal.AboutPlace.RobotAt;
import io.souschef.sim.goal.AboutPlace.Wiped;
import io.souschef.sim.goal.AboutTalk.Asked;
import io.souschef.sim.goal.AboutTalk.Refused;
import io.souschef.sim.goal.AboutThings.Fallen;
import io.souschef.sim.goal.AboutThings.Holding;
import io.souschef.sim.goal.AboutThings.Unchanged;
import io.souschef.sim.goal.AboutThings.Upright;
import io.souschef.sim.goal.Combination.All;
import io.souschef.sim.goal.Combination.Any;
import io.souschef.sim.state.WorldState;
import java.util.List;
import java.util.stream.Stream;

/**
 * What must hold in the end: a tree of predicates over the true final state and what led there. In
 * JSON each node is an object with one key: {@code {"all": [{"at": {"object": "coke", "place":
 * "user"}}, {"not": {"open": "fridge"}}]}}. Immutable.
 *
 * <p>Three kinds of nodes: a {@link Combination} of several goals, {@link Not}, and a {@link
 * Predicate} that looks at the world itself.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(All.class),
  @JsonSubTypes.Type(Any.class),
  @JsonSubTypes.Type(Not.class),
  @JsonSubTypes.Type(At.class),
  @JsonSubTypes.Type(Near.class),
  @JsonSubTypes.Type(Holding.class),
  @JsonSubTypes.Type(RobotAt.class),
  @JsonSubTypes.Type(Visited.class),
  @JsonSubTypes.Type(Open.class),
  @JsonSubTypes.Type(Closed.class),
  @JsonSubTypes.Type(Upright.class),
  @JsonSubTypes.Type(Fallen.class),
  @JsonSubTypes.Type(Wiped.class),
  @JsonSubTypes.Type(Unchanged.class),
  @JsonSubTypes.Type(Asked.class),
  @JsonSubTypes.Type(Refused.class)
})
public sealed interface Goal permits Combination, Not, Predicate {

  boolean holds(WorldState state);

  /** What does not hold, a sentence each; empty when the goal holds. */
  List<String> unmet(WorldState state);

  /** The goal in words: "coke at the user". */
  String words();

  /** The goals that this one is made of, itself first. */
  default Stream<Goal> tree() {
    return Stream.of(this);
  }

  /** The places it names itself. */
  default Stream<String> places() {
    return Stream.empty();
  }

  /** The things it speaks of itself. */
  default Stream<Selector> selectors() {
    return Stream.empty();
  }
}
