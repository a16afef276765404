package io.souschef.skills.effect.condition;

import io.souschef.skills.effect.world.SymbolicWorld;
import io.souschef.skills.world.Place;
import java.util.Optional;

/** Which place a condition is about. */
public sealed interface Where {

  /** The place's name; empty where there is none. */
  Optional<String> place(SymbolicWorld world, Meaning meaning);

  /** As it is written in a message: {@code {place}}. */
  String words();

  /**
   * The value of a place argument, or where the thing of an object argument is.
   *
   * @param name name of the argument
   */
  record Argument(String name) implements Where {

    @Override
    public Optional<String> place(SymbolicWorld world, Meaning meaning) {
      return meaning
          .bound(name)
          .map(thing -> world.thing(thing.id()).orElse(thing).place())
          .orElseGet(() -> meaning.argument(name));
    }

    @Override
    public String words() {
      return "{" + name + "}";
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Where the robot stands. */
  record Here() implements Where {

    @Override
    public Optional<String> place(SymbolicWorld world, Meaning meaning) {
      return world.robotAt();
    }

    @Override
    public String words() {
      return "{here}";
    }

    @Override
    public String toString() {
      return "here";
    }
  }

  /** Beside the person who asks. */
  record Person() implements Where {

    @Override
    public Optional<String> place(SymbolicWorld world, Meaning meaning) {
      return world.places().stream()
          .filter(place -> place.kind() == Place.Kind.PERSON)
          .map(Place::name)
          .findFirst();
    }

    @Override
    public String words() {
      return "person";
    }

    @Override
    public String toString() {
      return "person";
    }
  }
}
