package io.souschef.sim.behavior.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the robot did in this episode, as far as later skills and goals ask. */
public final class Diary {

  private final List<String> visited = new ArrayList<>();
  private final Set<String> wiped = new TreeSet<>();
  private final Set<String> delivered = new TreeSet<>();
  private @Nullable String place;
  private int slipsToCome;

  /** A diary of a robot that stands at a place. */
  public Diary(String place) {
    this.place = place;
  }

  private Diary(Diary original) {
    visited.addAll(original.visited);
    wiped.addAll(original.wiped);
    delivered.addAll(original.delivered);
    place = original.place;
    slipsToCome = original.slipsToCome;
  }

  public Diary copy() {
    return new Diary(this);
  }

  /** The base stopped at a place. */
  public void arrivedAt(String name) {
    place = name;
    visited.add(name);
  }

  /** A place was wiped. */
  public void wiped(String name) {
    wiped.add(name);
  }

  /** A thing was put somewhere. */
  public void delivered(String id) {
    delivered.add(id);
  }

  /** The place the robot last drove to. */
  public Optional<String> place() {
    return Optional.ofNullable(place);
  }

  /** Places at which the robot stopped, in order. */
  public List<String> visited() {
    return Collections.unmodifiableList(visited);
  }

  public Set<String> wiped() {
    return Collections.unmodifiableSet(wiped);
  }

  public boolean hasDelivered(String id) {
    return delivered.contains(id);
  }

  /** A disturbance: the next {@code count} grasps slip. */
  public void makeSlip(int count) {
    slipsToCome = count;
  }

  /** Whether this grasp is one of those. */
  public boolean slipsNow() {
    if (slipsToCome == 0) {
      return false;
    }
    slipsToCome--;
    return true;
  }
}
