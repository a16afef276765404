package io.souschef.skills.effect.condition;

import io.souschef.skills.effect.world.SymbolicWorld;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.Thing.Fit;
import io.souschef.skills.failure.FailureReason;
import java.util.Optional;
import java.util.Set;

/** How the thing is that an object argument means. */
public sealed interface ThingCondition extends Condition {

  /** Name of the argument. */
  String object();

  @Override
  default Set<String> things() {
    return Set.of(object());
  }

  /**
   * A quality of the thing alone.
   *
   * @param object name of the argument
   */
  record Has(String object, Quality quality) implements ThingCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      Thing thing = meaning.thing(object);
      return switch (quality) {
        case KNOWN -> thing.known();
        case IN_THE_OPEN -> !isHeld(world, thing) && !world.isShutAway(thing);
        case ACCESSIBLE -> isHeld(world, thing) || !world.isShutAway(thing);
        case NARROW -> thing.fit() != Fit.TOO_WIDE;
        case LIGHT -> thing.fit() != Fit.TOO_HEAVY;
        case STANDS -> thing.upright();
        case LIES -> !thing.upright();
      };
    }

    @Override
    public void bringAbout(SymbolicWorld world, Meaning meaning) {
      String id = meaning.thing(object).id();
      switch (quality) {
        case KNOWN -> world.see(id);
        case STANDS -> world.setUpright(id, true);
        case LIES -> world.setUpright(id, false);
        case IN_THE_OPEN, ACCESSIBLE, NARROW, LIGHT ->
            throw new IllegalStateException("'%s' is no effect of a skill".formatted(this));
      }
    }

    @Override
    public boolean isEffect() {
      return switch (quality) {
        case KNOWN, STANDS, LIES -> true;
        case IN_THE_OPEN, ACCESSIBLE, NARROW, LIGHT -> false;
      };
    }

    @Override
    public FailureReason reason() {
      return quality.reason;
    }

    @Override
    public String message() {
      return quality.message.formatted(object);
    }

    @Override
    public String toString() {
      return object + " " + quality.words;
    }

    private static boolean isHeld(SymbolicWorld world, Thing thing) {
      return world.held().filter(held -> held.id().equals(thing.id())).isPresent();
    }
  }

  /** What {@link Has} asks for. */
  enum Quality {
    KNOWN("is known", FailureReason.NOT_FOUND, "No {%s} has been seen"),
    /** Looking around finds it, whether it was seen before or not. */
    IN_THE_OPEN("can be found", FailureReason.NOT_FOUND, "Looked everywhere and saw no {%s}"),
    /** In the hand, or not behind a closed door. */
    ACCESSIBLE("is accessible", FailureReason.CLOSED, "The {%s} is behind a closed door"),
    NARROW("fits the hand", FailureReason.TOO_WIDE, "The {%s} is wider than the hand opens"),
    LIGHT("is light", FailureReason.TOO_HEAVY, "The {%s} is too heavy to lift"),
    STANDS("stands", FailureReason.REJECTED, "The {%s} does not stand"),
    LIES("lies", FailureReason.REJECTED, "The {%s} stands");

    private final String words;
    private final FailureReason reason;
    private final String message;

    Quality(String words, FailureReason reason, String message) {
      this.words = words;
      this.reason = reason;
      this.message = message;
    }

    /** As it is written in a skills file, behind the argument's name. */
    String words() {
      return words;
    }
  }

  /**
   * {@code object is here}, {@code object is at place}. What is in the hand is here.
   *
   * @param object name of the argument
   * @param where which place
   */
  record IsAt(String object, Where where) implements ThingCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      Thing thing = meaning.thing(object);
      if (where instanceof Where.Here) {
        return world.held().filter(held -> held.id().equals(thing.id())).isPresent()
            || world.isHere(thing);
      }
      Optional<String> place = where.place(world, meaning);
      return place.isPresent() && place.equals(thing.place());
    }

    @Override
    public void bringAbout(SymbolicWorld world, Meaning meaning) {
      String id = meaning.thing(object).id();
      Optional<String> place = where.place(world, meaning);
      if (place.isEmpty()) {
        return;
      }
      Optional<Thing> now = world.thing(id);
      if (now.filter(thing -> thing.isAt(place.get())).isEmpty()) {
        world.put(id, place.get());
      }
    }

    @Override
    public boolean isEffect() {
      return true;
    }

    @Override
    public Set<String> places() {
      return where instanceof Where.Argument argument ? Set.of(argument.name()) : Set.of();
    }

    @Override
    public FailureReason reason() {
      return where instanceof Where.Here ? FailureReason.UNREACHABLE : FailureReason.NOT_FOUND;
    }

    @Override
    public String message() {
      return where instanceof Where.Here
          ? "The {%s} is too far from here".formatted(object)
          : "There is no {%s} at the %s".formatted(object, where.words());
    }

    @Override
    public String toString() {
      return "%s is %s%s".formatted(object, where instanceof Where.Here ? "" : "at ", where);
    }
  }

  /**
   * {@code object is near other}.
   *
   * @param object name of the argument
   * @param other name of the other object's argument
   */
  record IsNear(String object, String other) implements ThingCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      return world.isNear(meaning.thing(object), meaning.thing(other));
    }

    @Override
    public void bringAbout(SymbolicWorld world, Meaning meaning) {
      world.putNear(meaning.thing(object).id(), meaning.thing(other).id());
    }

    @Override
    public boolean isEffect() {
      return true;
    }

    @Override
    public Set<String> things() {
      return Set.of(object, other);
    }

    @Override
    public FailureReason reason() {
      return FailureReason.UNREACHABLE;
    }

    @Override
    public String message() {
      return "The {%s} is not near the {%s}".formatted(object, other);
    }

    @Override
    public String toString() {
      return "%s is near %s".formatted(object, other);
    }
  }

  /**
   * {@code other has room for object}: beside it.
   *
   * @param object name of the argument
   * @param other name of the other object's argument
   */
  record RoomNear(String object, String other) implements ThingCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      return world.hasRoomNear(meaning.thing(object), meaning.thing(other));
    }

    @Override
    public Set<String> things() {
      return Set.of(object, other);
    }

    @Override
    public FailureReason reason() {
      return FailureReason.NO_ROOM;
    }

    @Override
    public String message() {
      return "There is no room near the {%s}".formatted(other);
    }

    @Override
    public String toString() {
      return "%s has room for %s".formatted(other, object);
    }
  }

  /**
   * {@code object is something cold}.
   *
   * @param object name of the argument
   * @param attribute what must be true of it
   */
  record IsSome(String object, String attribute) implements ThingCondition {

    @Override
    public boolean holds(SymbolicWorld world, Meaning meaning) {
      return meaning.thing(object).mayBe(attribute);
    }

    @Override
    public FailureReason reason() {
      return FailureReason.REJECTED;
    }

    @Override
    public String message() {
      return "The {%s} is not %s".formatted(object, attribute);
    }

    @Override
    public String toString() {
      return "%s is something %s".formatted(object, attribute);
    }
  }
}
