package io.souschef.skills.effect.condition;

import io.souschef.skills.effect.world.SymbolicWorld;
import io.souschef.skills.failure.FailureReason;
import java.util.Optional;
import java.util.Set;

/** What is in the hand. */
public sealed interface HandCondition extends Condition {

  /** {@code hand is empty}. As an effect: what it held stays where the robot stands. */
  record Empty() implements HandCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      return world.held().isEmpty();
    }

    @Override
    public void bringAbout(SymbolicWorld world, Meaning meaning) {
      world.release();
    }

    @Override
    public boolean isEffect() {
      return true;
    }

    @Override
    public FailureReason reason() {
      return FailureReason.HAND_FULL;
    }

    @Override
    public String message() {
      return "The hand already holds the {held}";
    }

    @Override
    public String toString() {
      return "hand is empty";
    }
  }

  /**
   * {@code hand holds object}.
   *
   * @param object name of the argument
   */
  record Holds(String object) implements HandCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      String id = meaning.thing(object).id();
      return world.held().filter(held -> held.id().equals(id)).isPresent();
    }

    @Override
    public void bringAbout(SymbolicWorld world, Meaning meaning) {
      world.grasp(meaning.thing(object).id());
    }

    @Override
    public boolean isEffect() {
      return true;
    }

    @Override
    public Set<String> things() {
      return Set.of(object);
    }

    @Override
    public FailureReason reason() {
      return FailureReason.HAND_EMPTY;
    }

    @Override
    public String message() {
      return "There is no {%s} in the hand but {the held}".formatted(object);
    }

    @Override
    public String toString() {
      return "hand holds " + object;
    }
  }

  /**
   * {@code hand holds something}, {@code hand holds something absorbent}.
   *
   * @param attribute what must be true of it; empty when anything will do
   */
  record HoldsSome(Optional<String> attribute) implements HandCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      return world.held().filter(held -> attribute.map(held::mayBe).orElse(true)).isPresent();
    }

    @Override
    public FailureReason reason() {
      return FailureReason.HAND_EMPTY;
    }

    @Override
    public String message() {
      return attribute
          .map(word -> "There is nothing %s in the hand, only {the held}".formatted(word))
          .orElse("There is nothing in the hand");
    }

    @Override
    public String toString() {
      return "hand holds something" + attribute.map(word -> " " + word).orElse("");
    }
  }
}
