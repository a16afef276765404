package io.souschef.models.language.token;

import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * Finds the candidates with the highest p(candidate) times can without scoring all.
 *
 * <p>The probability of a path bounds that of every candidate below it, so p(path) times the
 * highest can below it bounds the product: the frontier is opened where this bound is highest, and
 * the search ends when no bound reaches the best products found. The result is exact.
 */
public final class BestFirstSearch {

  /**
   * Frontier nodes opened in one pass: a pass costs much the same for one token and for a dozen.
   */
  private static final int MOST_OPENED = 12;

  /** A frontier node this far (in nats) below the highest waits for a later pass. */
  private static final double PATIENCE = 4;

  /** A subtree of so few inner nodes is opened whole. */
  private static final int SMALL = 4;

  private final CandidateTrie trie;
  private final TrieReading reading;
  private final double[] logCan;
  private final double[] highestCanBelow;
  private final int[] innerBelow;
  private final double[] edges;
  private final double[] along;
  private final PriorityQueue<Integer> frontier;
  private final List<Scored> scored = new ArrayList<>();
  private final PriorityQueue<Double> best = new PriorityQueue<>();

  private BestFirstSearch(CandidateTrie trie, TrieReading reading, double[] can) {
    this.trie = trie;
    this.reading = reading;
    this.logCan = Arrays.stream(can).map(Math::log).toArray();
    this.highestCanBelow = new double[trie.size()];
    this.innerBelow = new int[trie.size()];
    this.edges = new double[trie.size()];
    this.along = new double[trie.size()];
    this.frontier =
        new PriorityQueue<>(
            Comparator.comparingDouble(this::bound).reversed().thenComparingInt(node -> node));
    Arrays.fill(highestCanBelow, Double.NEGATIVE_INFINITY);
    for (int candidate = 0; candidate < can.length; candidate++) {
      int end = trie.end(candidate);
      highestCanBelow[end] = Math.max(highestCanBelow[end], logCan[candidate]);
    }
    for (int node = trie.size() - 1; node > 0; node--) {
      int parent = trie.parent(node);
      highestCanBelow[parent] = Math.max(highestCanBelow[parent], highestCanBelow[node]);
      innerBelow[parent] += innerBelow[node] + (trie.hasChildren(node) ? 1 : 0);
    }
  }

  /**
   * Searches.
   *
   * @param can factor in [0, 1] of each candidate
   * @param wanted how many of the best must be among the result
   * @return every candidate that was scored, in the candidates' order
   */
  public static List<Scored> search(
      CandidateTrie trie, TrieReading reading, double[] can, int wanted) {
    if (can.length != trie.candidates()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d candidates need as many factors, got %d",
              trie.candidates(),
              can.length));
    }
    BestFirstSearch search = new BestFirstSearch(trie, reading, can);
    search.run(wanted);
    search.scored.sort(Comparator.comparingInt(Scored::index));
    return List.copyOf(search.scored);
  }

  private void run(int wanted) {
    frontier.add(0);
    while (true) {
      double threshold = best.size() < wanted ? Double.NEGATIVE_INFINITY : best.element();
      BitSet opened = new BitSet(trie.size());
      double patience = frontier.isEmpty() ? 0 : bound(frontier.element()) - PATIENCE;
      for (int count = 0; count < MOST_OPENED && !frontier.isEmpty(); count++) {
        double bound = bound(frontier.element());
        if (bound < threshold || (count > 0 && bound < patience)) {
          break;
        }
        open(frontier.remove(), opened);
      }
      if (opened.isEmpty()) {
        return;
      }
      reading.expand(opened.stream().toArray(), edges);
      opened.stream().forEach(node -> visitChildren(node, opened, wanted));
    }
  }

  private double bound(int node) {
    return along[node] + highestCanBelow[node];
  }

  /** Marks a node, and what below it will be wanted in any case or costs next to nothing. */
  private void open(int node, BitSet opened) {
    opened.set(node);
    if (innerBelow[node] <= SMALL || trie.children(node).length == 1) {
      for (int child : trie.children(node)) {
        if (trie.hasChildren(child)) {
          open(child, opened);
        }
      }
    }
  }

  private void visitChildren(int node, BitSet opened, int wanted) {
    for (int child : trie.children(node)) {
      along[child] = along[node] + edges[child];
      for (int candidate : trie.candidatesAt(child)) {
        scored.add(new Scored(candidate, Math.min(0, along[child])));
        best.add(along[child] + logCan[candidate]);
        if (best.size() > wanted) {
          best.remove();
        }
      }
      if (trie.hasChildren(child) && !opened.get(child)) {
        frontier.add(child);
      }
    }
  }
}
