package io.souschef.skills.effect.condition;

import io.souschef.skills.effect.world.SymbolicWorld;
import io.souschef.skills.failure.FailureReason;
import java.util.Set;

/** How a place is. Where there is no such place, none of these holds. */
public sealed interface PlaceCondition extends Condition {

  /** Which place. */
  Where where();

  @Override
  default Set<String> places() {
    return where() instanceof Where.Argument argument ? Set.of(argument.name()) : Set.of();
  }

  /**
   * {@code place is open}, {@code place is closed}. A place without a door is always open.
   *
   * @param open which of the two
   */
  record Stands(Where where, boolean open) implements PlaceCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      return where.place(world, meaning).filter(place -> world.isOpen(place) == open).isPresent();
    }

    @Override
    public void bringAbout(SymbolicWorld world, Meaning meaning) {
      where.place(world, meaning).ifPresent(place -> world.setOpen(place, open));
    }

    @Override
    public boolean isEffect() {
      return true;
    }

    @Override
    public FailureReason reason() {
      return open ? FailureReason.CLOSED : FailureReason.REJECTED;
    }

    @Override
    public String message() {
      return "The %s %s".formatted(where.words(), open ? "is closed" : "stands open");
    }

    @Override
    public String toString() {
      return where + (open ? " is open" : " is closed");
    }
  }

  /** {@code place is clean}: wiped by the robot. */
  record Clean(Where where) implements PlaceCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      return where.place(world, meaning).filter(world::isWiped).isPresent();
    }

    @Override
    public void bringAbout(SymbolicWorld world, Meaning meaning) {
      where.place(world, meaning).ifPresent(world::wipe);
    }

    @Override
    public boolean isEffect() {
      return true;
    }

    @Override
    public FailureReason reason() {
      return FailureReason.REJECTED;
    }

    @Override
    public String message() {
      return "The %s has not been wiped".formatted(where.words());
    }

    @Override
    public String toString() {
      return where + " is clean";
    }
  }

  /**
   * {@code place has room for object}.
   *
   * @param object name of the argument
   */
  record Room(Where where, String object) implements PlaceCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      return where
          .place(world, meaning)
          .filter(place -> world.hasRoom(meaning.thing(object), place))
          .isPresent();
    }

    @Override
    public Set<String> things() {
      return Set.of(object);
    }

    @Override
    public FailureReason reason() {
      return FailureReason.NO_ROOM;
    }

    @Override
    public String message() {
      return "There is no room for the {%s} at the %s".formatted(object, where.words());
    }

    @Override
    public String toString() {
      return "%s has room for %s".formatted(where, object);
    }
  }
}
