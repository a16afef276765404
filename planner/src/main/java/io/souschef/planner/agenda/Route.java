package io.souschef.planner.agenda;

import io.souschef.planner.program.Act;
import io.souschef.skills.effect.world.WorldSketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * An order of acts.
 *
 * @param order indices of the acts
 * @param seconds robot time that is expected until the last is done and what was opened is shut
 */
record Route(List<Integer> order, double seconds) {

  /** Acts thought through before a search gives up: some tenths of a second. */
  private static final int MOST_LEGS = 200;

  Route {
    order = List.copyOf(order);
  }

  /** Which acts must be done before which. */
  @FunctionalInterface
  interface Before {
    boolean holds(int earlier, int later);
  }

  private record Node(WorldSketch world, long done, List<Integer> order, double cost) {}

  private record State(WorldSketch world, long done) {}

  /** The order in which the acts were said. */
  static Route asSaid(List<Act> acts, Outlook outlook, WorldSketch start) {
    Node node = new Node(start, 0, List.of(), 0);
    for (int i = 0; i < acts.size(); i++) {
      node = after(node, i, acts, outlook);
    }
    return new Route(node.order(), node.cost());
  }

  /**
   * The cheapest order, by best-first search; among equals the one that is nearest to what was
   * said. Empty where it takes too long to find.
   */
  static Optional<Route> cheapest(
      List<Act> acts, Before before, Outlook outlook, WorldSketch start) {
    // Nodes that cost the same come out in the order in which they were made.
    PriorityQueue<Node> open =
        new PriorityQueue<>(
            Comparator.comparingDouble(Node::cost)
                .thenComparing(Node::order, Route::compareOrders));
    Map<State, Double> seen = new HashMap<>();
    open.add(new Node(start, 0, List.of(), 0));
    while (!open.isEmpty() && outlook.computed() < MOST_LEGS) {
      Node node = open.remove();
      if (node.order().size() == acts.size()) {
        return Optional.of(new Route(node.order(), node.cost()));
      }
      for (int i = 0; i < acts.size(); i++) {
        if (!mayBeNext(i, node.done(), acts.size(), before)) {
          continue;
        }
        Node next = after(node, i, acts, outlook);
        State state = new State(next.world(), next.done());
        if (next.cost() < seen.getOrDefault(state, Double.MAX_VALUE)) {
          seen.put(state, next.cost());
          open.add(next);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean mayBeNext(int i, long done, int size, Before before) {
    if ((done & (1L << i)) != 0) {
      return false;
    }
    for (int j = 0; j < size; j++) {
      if (j < i && (done & (1L << j)) == 0 && before.holds(j, i)) {
        return false;
      }
    }
    return true;
  }

  private static Node after(Node node, int i, List<Act> acts, Outlook outlook) {
    Outlook.Leg leg = outlook.leg(acts.get(i), node.world());
    List<Integer> order = new ArrayList<>(node.order());
    order.add(i);
    double seconds = leg.seconds();
    WorldSketch world = leg.end();
    if (order.size() == acts.size()) {
      seconds += outlook.shut(world).seconds();
    }
    return new Node(world, node.done() | (1L << i), order, node.cost() + seconds);
  }

  private static int compareOrders(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int difference = Integer.compare(one.get(i), other.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
