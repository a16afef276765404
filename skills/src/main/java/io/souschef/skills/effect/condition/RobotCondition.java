package io.souschef.skills.effect.condition;

import io.souschef.skills.effect.world.SymbolicWorld;
import io.souschef.skills.failure.FailureReason;
import java.util.Optional;
import java.util.Set;

/** Where the robot stands. */
public sealed interface RobotCondition extends Condition {

  /**
   * {@code robot is at place}, {@code robot is at object}, {@code robot is at a place}, {@code
   * robot is at person}.
   *
   * @param where {@link Where.Here}: at any place
   * @param thing whether the argument is an object, to stand beside
   */
  record StandsAt(Where where, boolean thing) implements RobotCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      if (thing && where instanceof Where.Argument argument) {
        return world.isHere(meaning.thing(argument.name()));
      }
      Optional<String> place = where.place(world, meaning);
      return place.isPresent() && place.equals(world.robotAt());
    }

    @Override
    public void bringAbout(SymbolicWorld world, Meaning meaning) {
      if (thing && where instanceof Where.Argument argument) {
        if (!world.isHere(meaning.thing(argument.name()))) {
          world.driveToThing(meaning.thing(argument.name()).id());
        }
        return;
      }
      where.place(world, meaning).ifPresent(world::driveToPlace);
    }

    @Override
    public boolean isEffect() {
      return !(where instanceof Where.Here);
    }

    @Override
    public Set<String> things() {
      return thing && where instanceof Where.Argument argument ? Set.of(argument.name()) : Set.of();
    }

    @Override
    public Set<String> places() {
      return !thing && where instanceof Where.Argument argument
          ? Set.of(argument.name())
          : Set.of();
    }

    @Override
    public FailureReason reason() {
      return FailureReason.UNREACHABLE;
    }

    @Override
    public String message() {
      return where instanceof Where.Here
          ? "The robot does not stand at a place"
          : "The robot does not stand at the " + where.words();
    }

    @Override
    public String toString() {
      return "robot is at " + (where instanceof Where.Here ? "a place" : where);
    }
  }
}
