package io.souschef.sim.physics;

import com.bulletphysics.collision.dispatch.SimulationIslandManager;
import com.bulletphysics.collision.dispatch.UnionFind;
import com.bulletphysics.util.ObjectArrayList;
import java.lang.reflect.Field;
import java.util.Arrays;

/**
 * Sorts bodies by their islands by counting: every step sorts all of them, most of which are
 * furniture and islands of one. The order within an island counts for nothing.
 *
 * <p>It takes the place of the engine's own sorting, a quicksort of all bodies in every step. The
 * engine has no door for that: its island manager makes its sorter itself and keeps it, and the
 * sorter its elements, in private fields. So both are reached by reflection, here and nowhere else;
 * the engine's version is pinned, and with another one that has no such fields the first world that
 * is made says so.
 */
final class Islands extends UnionFind {

  private static final Field MANAGERS = accessible(SimulationIslandManager.class, "unionFind");
  private static final Field ELEMENTS = accessible(UnionFind.class, "elements");

  private int[] starts = new int[0];
  private Element[] sorted = new Element[0];

  static void takeOver(SimulationIslandManager manager) {
    try {
      MANAGERS.set(manager, new Islands());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The physics engine's islands cannot be sorted", e);
    }
  }

  private static Field accessible(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("The physics engine is not the one that was tried", e);
    }
  }

  @SuppressWarnings("unchecked") // the engine's own type of its private field
  private ObjectArrayList<Element> elements() {
    try {
      return (ObjectArrayList<Element>) ELEMENTS.get(this);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The physics engine's islands cannot be sorted", e);
    }
  }

  @Override
  public void sortIslands() {
    ObjectArrayList<Element> elements = elements();
    int count = elements.size();
    if (sorted.length < count) {
      sorted = new Element[count];
      starts = new int[count + 1];
    }
    Arrays.fill(starts, 0);
    for (int i = 0; i < count; i++) {
      Element element = elements.getQuick(i);
      element.id = find(i);
      element.sz = i;
      starts[element.id + 1]++;
    }
    for (int id = 1; id < count; id++) {
      starts[id] += starts[id - 1];
    }
    for (int i = 0; i < count; i++) {
      Element element = elements.getQuick(i);
      sorted[starts[element.id]++] = element;
    }
    for (int i = 0; i < count; i++) {
      elements.setQuick(i, sorted[i]);
    }
  }
}
