package io.souschef.models.server.scoring;

import io.souschef.models.language.token.CandidateTrie;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the candidate with the highest p(candidate) times weight over a server that lists only the
 * likeliest tokens. What is not listed has a bound; it is read exactly when no better bound is
 * left. The result is exact, and many nodes go into one request.
 */
final class BoundedSearch {

  /** Nodes in one round at most. */
  private static final int MOST_OPENED = 16;

  /** A node this far (in nats) below the best waits for a later round. */
  private static final double PATIENCE = 4;

  /** A subtree of so few inner nodes is read whole: a token costs less than a round trip. */
  private static final int SMALL = 4;

  private final CandidateTrie trie;
  private final BoundedReading reading;
  private final double[] logWeights;
  private final double[] highestBelow;
  private final int[] innerBelow;
  private final BitSet expanded;
  private final BitSet settled;
  private final PriorityQueue<Open> queue =
      new PriorityQueue<>(
          Comparator.comparingDouble(Open::bound).reversed().thenComparingInt(Open::node));
  private final List<Scored> scored = new ArrayList<>();
  private double best = Double.NEGATIVE_INFINITY;

  /** A node of which more may be wanted, and the bound that it had when it was queued. */
  private record Open(int node, double bound) {}

  private BoundedSearch(CandidateTrie trie, BoundedReading reading, double[] weights) {
    this.trie = trie;
    this.reading = reading;
    this.logWeights = Arrays.stream(weights).map(Math::log).toArray();
    this.highestBelow = new double[trie.size()];
    this.innerBelow = new int[trie.size()];
    this.expanded = new BitSet(trie.size());
    this.settled = new BitSet(trie.size());
    Arrays.fill(highestBelow, Double.NEGATIVE_INFINITY);
    for (int candidate = 0; candidate < weights.length; candidate++) {
      int end = trie.end(candidate);
      highestBelow[end] = Math.max(highestBelow[end], logWeights[candidate]);
    }
    for (int node = trie.size() - 1; node > 0; node--) {
      int parent = trie.parent(node);
      highestBelow[parent] = Math.max(highestBelow[parent], highestBelow[node]);
      innerBelow[parent] += innerBelow[node] + (trie.hasChildren(node) ? 1 : 0);
    }
  }

  /**
   * Searches.
   *
   * @param weights factor in [0, 1] of each candidate
   * @return every candidate that was scored exactly, in the candidates' order
   */
  static List<Scored> search(CandidateTrie trie, BoundedReading reading, double[] weights) {
    BoundedSearch search = new BoundedSearch(trie, reading, weights);
    search.queue(0);
    while (search.round()) {
      // One round after the other, until no bound reaches the best.
    }
    search.scored.sort(Comparator.comparingInt(Scored::index));
    return List.copyOf(search.scored);
  }

  private boolean round() {
    BitSet toExpand = new BitSet(trie.size());
    BitSet toResolve = new BitSet(trie.size());
    List<Integer> popped = new ArrayList<>();
    double patience = Double.NEGATIVE_INFINITY;
    while (popped.size() < MOST_OPENED && !queue.isEmpty()) {
      Open open = queue.remove();
      double bound = bound(open.node());
      if (bound < open.bound()) {
        queue.add(new Open(open.node(), bound));
        continue;
      }
      boolean idle = bound == Double.NEGATIVE_INFINITY && !scored.isEmpty();
      if (bound < best || bound < patience || idle) {
        queue.add(open);
        break;
      }
      if (popped.isEmpty()) {
        patience = bound - PATIENCE;
      }
      popped.add(open.node());
      collect(open.node(), toExpand, toResolve);
    }
    if (popped.isEmpty()) {
      return false;
    }
    if (!toResolve.isEmpty()) {
      reading.resolve(toResolve.stream().toArray());
    }
    toExpand.andNot(expanded);
    if (!toExpand.isEmpty()) {
      reading.expand(toExpand.stream().toArray());
      expanded.or(toExpand);
    }
    popped.forEach(this::settle);
    toExpand.stream().forEach(node -> Arrays.stream(trie.children(node)).forEach(this::settle));
    return true;
  }

  /** What a node lacks: the exact edges on the way to it, else what follows it. */
  private void collect(int node, BitSet toExpand, BitSet toResolve) {
    if (isExact(node)) {
      open(node, toExpand);
      return;
    }
    for (int at = node; at > 0; at = trie.parent(at)) {
      if (!reading.isExact(at)) {
        toResolve.set(at);
      }
    }
  }

  private void open(int node, BitSet toExpand) {
    if (!trie.hasChildren(node)) {
      return;
    }
    toExpand.set(node);
    if (innerBelow[node] <= SMALL || trie.children(node).length == 1) {
      for (int child : trie.children(node)) {
        open(child, toExpand);
      }
    }
  }

  /** Scores what ends at a node, and queues it as long as something is open. */
  private void settle(int node) {
    if (!isExact(node)) {
      queue(node);
      return;
    }
    if (!settled.get(node)) {
      settled.set(node);
      for (int candidate : trie.candidatesAt(node)) {
        double logP = along(node);
        scored.add(new Scored(candidate, logP));
        best = Math.max(best, logP + logWeights[candidate]);
      }
    }
    if (trie.hasChildren(node) && !expanded.get(node)) {
      queue(node);
    }
  }

  private void queue(int node) {
    queue.add(new Open(node, bound(node)));
  }

  private boolean isExact(int node) {
    for (int at = node; at > 0; at = trie.parent(at)) {
      if (!reading.isExact(at)) {
        return false;
      }
    }
    return true;
  }

  private double along(int node) {
    double sum = 0;
    for (int at = node; at > 0; at = trie.parent(at)) {
      sum += reading.edge(at);
    }
    return sum;
  }

  private double bound(int node) {
    return along(node) + highestBelow[node];
  }
}
