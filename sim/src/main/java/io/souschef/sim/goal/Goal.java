package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold in the end: a tree of predicates over the true final state and what led there. In
 * JSON each node is an object with one key: {@code {"all": [{"at": {"object": "coke", "place":
 * "user"}}, {"not": {"open": "fridge"}}]}}. Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
  @JsonSubTypes.Type(Goal.All.class),
  @JsonSubTypes.Type(Goal.Any.class),
  @JsonSubTypes.Type(Goal.Not.class),
  @JsonSubTypes.Type(Goal.At.class),
  @JsonSubTypes.Type(Goal.Near.class),
  @JsonSubTypes.Type(Goal.Holding.class),
  @JsonSubTypes.Type(Goal.RobotAt.class),
  @JsonSubTypes.Type(Goal.Visited.class),
  @JsonSubTypes.Type(Goal.Open.class),
  @JsonSubTypes.Type(Goal.Closed.class),
  @JsonSubTypes.Type(Goal.Upright.class),
  @JsonSubTypes.Type(Goal.Fallen.class),
  @JsonSubTypes.Type(Goal.Wiped.class),
  @JsonSubTypes.Type(Goal.Unchanged.class),
  @JsonSubTypes.Type(Goal.Asked.class),
  @JsonSubTypes.Type(Goal.Refused.class)
})
public sealed interface Goal {

  /** What does not hold, a sentence each; empty when the goal holds. */
  List<String> unmet(WorldState state);

  default boolean holds(WorldState state) {
    return unmet(state).isEmpty();
  }

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

  private static List<String> unless(boolean good, String sentence) {
    return good ? List.of() : List.of(sentence);
  }

  /** Every one of them. */
  @JsonTypeName("all")
  record All(List<Goal> goals) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public All {
      goals = List.copyOf(goals);
    }

    @JsonValue
    @Override
    public List<Goal> goals() {
      return goals;
    }

    @Override
    public List<String> unmet(WorldState state) {
      return goals.stream().flatMap(goal -> goal.unmet(state).stream()).toList();
    }

    @Override
    public Stream<Goal> tree() {
      return Stream.concat(Stream.of(this), goals.stream().flatMap(Goal::tree));
    }
  }

  /** At least one of them. */
  @JsonTypeName("any")
  record Any(List<Goal> goals) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Any {
      goals = List.copyOf(goals);
    }

    @JsonValue
    @Override
    public List<Goal> goals() {
      return goals;
    }

    @Override
    public List<String> unmet(WorldState state) {
      if (goals.stream().anyMatch(goal -> goal.holds(state))) {
        return List.of();
      }
      return List.of(
          "none of: "
              + String.join(
                  "; ", goals.stream().map(g -> String.join(" and ", g.unmet(state))).toList()));
    }

    @Override
    public Stream<Goal> tree() {
      return Stream.concat(Stream.of(this), goals.stream().flatMap(Goal::tree));
    }
  }

  /** Not this one. */
  @JsonTypeName("not")
  @JsonSerialize(using = NotSerializer.class)
  record Not(Goal goal) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Not {}

    @Override
    public List<String> unmet(WorldState state) {
      return unless(!goal.holds(state), "it holds that %s, and should not".formatted(goal));
    }

    @Override
    public Stream<Goal> tree() {
      return Stream.concat(Stream.of(this), goal.tree());
    }
  }

  /**
   * Things on or in a place.
   *
   * @param what which things
   * @param place where
   * @param count at least so many; 1 when not given; with {@code all} it does not count
   * @param distinct whether they must be of as many different kinds
   * @param all whether every such thing that was there at the start must be there
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  @JsonTypeName("at")
  record At(@JsonUnwrapped Selector what, String place, int count, boolean distinct, boolean all)
      implements Goal {

    @JsonCreator
    static At of(
        @JsonProperty("object") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            @Nullable List<String> object,
        @JsonProperty("is") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            @Nullable List<String> is,
        @JsonProperty("is_not") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            @Nullable List<String> isNot,
        @JsonProperty("from") @Nullable String from,
        @JsonProperty(value = "place", required = true) String place,
        @JsonProperty("count") @Nullable Integer count,
        @JsonProperty("distinct") boolean distinct,
        @JsonProperty("all") boolean all) {
      return new At(
          Selector.of(object, is, isNot, from), place, count == null ? 1 : count, distinct, all);
    }

    @Override
    public List<String> unmet(WorldState state) {
      List<WorldObject> there =
          what.in(state).filter(thing -> thing.place().filter(place::equals).isPresent()).toList();
      if (all) {
        List<String> missing =
            what.in(state).filter(thing -> !there.contains(thing)).map(WorldObject::id).toList();
        return unless(
            missing.isEmpty(), "not at the %s: %s".formatted(place, String.join(", ", missing)));
      }
      long found =
          distinct
              ? there.stream().map(thing -> thing.kind().noun()).distinct().count()
              : there.size();
      return unless(
          found >= count,
          "%s at the %s: %d of %d%s"
              .formatted(what, place, found, count, distinct ? " different" : ""));
    }

    @Override
    public Stream<String> places() {
      return Stream.of(place);
    }

    @Override
    public Stream<Selector> selectors() {
      return Stream.of(what);
    }
  }

  /** One thing close to another, their centres within 0.3 m over the same place. */
  @JsonTypeName("near")
  record Near(Selector object, Selector other) implements Goal {
    private static final double NEAR_M = 0.3;

    @Override
    public List<String> unmet(WorldState state) {
      boolean near =
          object
              .in(state)
              .anyMatch(
                  one ->
                      other
                          .in(state)
                          .anyMatch(
                              two ->
                                  !one.id().equals(two.id())
                                      && one.place().equals(two.place())
                                      && one.pose().distanceTo(two.pose()) <= NEAR_M));
      return unless(near, "%s is not near %s".formatted(object, other));
    }

    @Override
    public Stream<Selector> selectors() {
      return Stream.of(object, other);
    }
  }

  /** Such a thing in the hand; {@code {"not": {"holding": {}}}} for an empty hand. */
  @JsonTypeName("holding")
  record Holding(Selector what) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Holding {}

    @JsonValue
    @Override
    public Selector what() {
      return what;
    }

    @Override
    public List<String> unmet(WorldState state) {
      Optional<String> held = state.held();
      boolean good =
          held.isPresent() && what.in(state).anyMatch(thing -> thing.id().equals(held.get()));
      return unless(good, "the hand holds %s, not %s".formatted(held.orElse("nothing"), what));
    }

    @Override
    public Stream<Selector> selectors() {
      return Stream.of(what);
    }
  }

  /** The robot stands at a place. */
  @JsonTypeName("robot_at")
  record RobotAt(String place) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RobotAt {}

    @JsonValue
    @Override
    public String place() {
      return place;
    }

    @Override
    public List<String> unmet(WorldState state) {
      return unless(
          state.robotAt().filter(place::equals).isPresent(),
          "the robot is at %s, not at the %s".formatted(state.robotAt().orElse("no place"), place));
    }

    @Override
    public Stream<String> places() {
      return Stream.of(place);
    }
  }

  /** The robot stopped at each of these places, in whatever order. */
  @JsonTypeName("visited")
  record Visited(List<String> visited) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Visited {
      visited = List.copyOf(visited);
    }

    @JsonValue
    @Override
    public List<String> visited() {
      return visited;
    }

    @Override
    public List<String> unmet(WorldState state) {
      List<String> missing =
          visited.stream().filter(place -> !state.visited().contains(place)).toList();
      return unless(missing.isEmpty(), "not visited: %s".formatted(String.join(", ", missing)));
    }

    @Override
    public Stream<String> places() {
      return visited.stream();
    }
  }

  /** A door or drawer stands open. */
  @JsonTypeName("open")
  record Open(String place) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Open {}

    @JsonValue
    @Override
    public String place() {
      return place;
    }

    @Override
    public List<String> unmet(WorldState state) {
      return unless(
          Boolean.TRUE.equals(state.open().get(place)), "the %s is not open".formatted(place));
    }

    @Override
    public Stream<String> places() {
      return Stream.of(place);
    }
  }

  /** A door or drawer is shut. */
  @JsonTypeName("closed")
  record Closed(String place) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Closed {}

    @JsonValue
    @Override
    public String place() {
      return place;
    }

    @Override
    public List<String> unmet(WorldState state) {
      return unless(
          Boolean.FALSE.equals(state.open().get(place)), "the %s is not closed".formatted(place));
    }

    @Override
    public Stream<String> places() {
      return Stream.of(place);
    }
  }

  /** Every such thing stands. */
  @JsonTypeName("upright")
  record Upright(Selector what) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Upright {}

    @JsonValue
    @Override
    public Selector what() {
      return what;
    }

    @Override
    public List<String> unmet(WorldState state) {
      return unless(
          what.in(state).allMatch(WorldObject::isUpright), "%s does not stand".formatted(what));
    }

    @Override
    public Stream<Selector> selectors() {
      return Stream.of(what);
    }
  }

  /** At least one such thing lies on its side. */
  @JsonTypeName("fallen")
  record Fallen(Selector what) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Fallen {}

    @JsonValue
    @Override
    public Selector what() {
      return what;
    }

    @Override
    public List<String> unmet(WorldState state) {
      return unless(
          what.in(state).anyMatch(thing -> !thing.isUpright()), "%s does not lie".formatted(what));
    }

    @Override
    public Stream<Selector> selectors() {
      return Stream.of(what);
    }
  }

  /** A place was wiped. */
  @JsonTypeName("wiped")
  record Wiped(String place) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Wiped {}

    @JsonValue
    @Override
    public String place() {
      return place;
    }

    @Override
    public List<String> unmet(WorldState state) {
      return unless(state.wiped().contains(place), "the %s was not wiped".formatted(place));
    }

    @Override
    public Stream<String> places() {
      return Stream.of(place);
    }
  }

  /** Every such thing is at the place where it began, and none is held that was not. */
  @JsonTypeName("unchanged")
  record Unchanged(Selector what) implements Goal {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Unchanged {}

    @JsonValue
    @Override
    public Selector what() {
      return what;
    }

    @Override
    public List<String> unmet(WorldState state) {
      List<String> moved =
          what.in(state)
              .filter(
                  thing ->
                      !state
                          .initial()
                          .object(thing.id())
                          .map(before -> before.place().equals(thing.place()))
                          .orElse(false))
              .map(WorldObject::id)
              .toList();
      return unless(
          moved.isEmpty(), "no longer where it was: %s".formatted(String.join(", ", moved)));
    }

    @Override
    public Stream<Selector> selectors() {
      return Stream.of(what);
    }
  }

  /** The robot asked the user something. */
  @JsonTypeName("asked")
  record Asked() implements Goal {
    @Override
    public List<String> unmet(WorldState state) {
      return unless(state.asked(), "the robot did not ask");
    }
  }

  /** The robot refused. */
  @JsonTypeName("refused")
  record Refused() implements Goal {
    @Override
    public List<String> unmet(WorldState state) {
      return unless(state.refused(), "the robot did not refuse");
    }
  }
}
