package io.souschef.skills.effect.world;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Things by their ids, in the order in which they came; cheap to copy. */
final class ThingRow {

  private Thing[] things;

  ThingRow(List<Thing> things) {
    this.things = things.toArray(Thing[]::new);
  }

  private ThingRow(Thing[] things) {
    this.things = things;
  }

  ThingRow copy() {
    return new ThingRow(things.clone());
  }

  /** A view. */
  List<Thing> list() {
    return Arrays.asList(things);
  }

  /** The thing with an id, or null: asked for often. */
  @Nullable Thing get(String id) {
    for (Thing thing : things) {
      if (thing.id().equals(id)) {
        return thing;
      }
    }
    return null;
  }

  /** Puts a thing in the place of that with its id, or at the end. */
  void put(Thing thing) {
    for (int i = 0; i < things.length; i++) {
      if (things[i].id().equals(thing.id())) {
        things[i] = thing;
        return;
      }
    }
    things = Arrays.copyOf(things, things.length + 1);
    things[things.length - 1] = thing;
  }

  void replaceAll(UnaryOperator<Thing> change) {
    Arrays.setAll(things, i -> change.apply(things[i]));
  }

  void removeIf(Predicate<Thing> which) {
    things = Arrays.stream(things).filter(which.negate()).toArray(Thing[]::new);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ThingRow other && Arrays.equals(things, other.things);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(things);
  }

  @Override
  public String toString() {
    return Arrays.toString(things);
  }
}
