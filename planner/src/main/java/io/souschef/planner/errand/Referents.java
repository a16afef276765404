package io.souschef.planner.errand;

import io.souschef.skills.effect.world.Thing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a program has spoken of so far: what "the same" and "another" refer to. One thread. */
public final class Referents {

  private final List<Thing> spokenOf = new ArrayList<>();
  private final Set<String> placed = new LinkedHashSet<>();

  /** Things that were found or moved, newest last. */
  public List<Thing> spokenOf() {
    return List.copyOf(spokenOf);
  }

  /** Ids of things that an errand has put where they are wanted. */
  public Set<String> placed() {
    return placed;
  }

  public void speakOf(Thing thing) {
    spokenOf.removeIf(other -> other.id().equals(thing.id()));
    spokenOf.add(thing);
  }

  public void place(Thing thing) {
    speakOf(thing);
    placed.add(thing.id());
  }
}
