package io.souschef.skills.effect.condition;

import io.souschef.skills.effect.world.SymbolicWorld;
import io.souschef.skills.failure.FailureReason;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is so or not so in a {@link SymbolicWorld}, about the arguments of a skill. As a
 * need it must hold before the skill; as an effect it holds afterwards. Immutable.
 */
public sealed interface Condition
    permits HandCondition,
        ThingCondition,
        PlaceCondition,
        RobotCondition,
        Condition.Not,
        Condition.AnyOf {

  /** Whether it holds. Every object argument that it is about is bound to a thing. */
  boolean holds(SymbolicWorld world, Meaning meaning);

  /** Changes the world so that it holds. */
  default void bringAbout(SymbolicWorld world, Meaning meaning) {
    throw new IllegalStateException("'%s' is no effect of a skill".formatted(this));
  }

  /** Whether it can be an effect. */
  default boolean isEffect() {
    return false;
  }

  /** Names of the arguments that it is about whose values are things, and not places. */
  default Set<String> things() {
    return Set.of();
  }

  /** Names of the arguments that it is about whose values are places. */
  default Set<String> places() {
    return Set.of();
  }

  /** Why a skill fails that needs it, unless its declaration says otherwise. */
  FailureReason reason();

  /** What is said then: one sentence in which {@code {object}} stands for an argument's words. */
  String message();

  /** The opposite of a condition. */
  record Not(Condition condition) implements Condition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      return !condition.holds(world, meaning);
    }

    @Override
    public Set<String> things() {
      return condition.things();
    }

    @Override
    public Set<String> places() {
      return condition.places();
    }

    @Override
    public FailureReason reason() {
      return FailureReason.REJECTED;
    }

    @Override
    public String message() {
      return "It must not be that " + condition;
    }

    @Override
    public String toString() {
      return "not " + condition;
    }
  }

  /** At least one of several; where none holds, the first says why. */
  record AnyOf(List<Condition> conditions) implements Condition {

    public AnyOf {
      conditions = List.copyOf(conditions);
      if (conditions.isEmpty()) {
        throw new IllegalArgumentException("A choice needs at least one condition");
      }
    }

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      for (Condition condition : conditions) {
        if (condition.holds(world, meaning)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Set<String> things() {
      return all(conditions.stream().map(Condition::things));
    }

    @Override
    public Set<String> places() {
      return all(conditions.stream().map(Condition::places));
    }

    @Override
    public FailureReason reason() {
      return conditions.get(0).reason();
    }

    @Override
    public String message() {
      return conditions.get(0).message();
    }

    @Override
    public String toString() {
      return conditions.stream().map(Condition::toString).collect(Collectors.joining(" or "));
    }

    private static Set<String> all(Stream<Set<String>> names) {
      return names.flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
  }
}
