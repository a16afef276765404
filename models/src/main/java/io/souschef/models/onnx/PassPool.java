package io.souschef.models.onnx;

import io.souschef.planner.usefulness.ScoringException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Splits many nodes into passes and runs those side by side: two whole passes on two cores wait for
 * each other once, the operators of one pass hundreds of times. What a pass computes depends on
 * neither threads nor neighbours. Used by one thread.
 */
public final class PassPool implements AutoCloseable {

  /** Nodes in one pass. More would spend most of its attention on hidden pairs of nodes. */
  static final int MOST_NODES = 128;

  private final int threads;
  private final ExecutorService helpers;

  /**
   * Starts no thread yet.
   *
   * @param threads passes at a time, the caller's included, at least 1
   */
  public PassPool(int threads) {
    this.threads = threads;
    this.helpers =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "say");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Runs passes over all nodes and waits for them.
   *
   * @param pass called by several threads with a part of the nodes each
   */
  public void run(int[] nodes, Consumer<int[]> pass) {
    List<int[]> parts = parts(nodes);
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          for (int i = next.getAndIncrement(); i < parts.size(); i = next.getAndIncrement()) {
            pass.accept(parts.get(i));
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, parts.size()); i++) {
      others.add(helpers.submit(lane));
    }
    try {
      lane.run();
    } finally {
      // Whatever happened here, nothing may still compute when this returns.
      others.forEach(PassPool::await);
    }
  }

  /** Parts of nearly equal size; when several an even number, for two cores to end together. */
  private static List<int[]> parts(int[] nodes) {
    int count = (nodes.length + MOST_NODES - 1) / MOST_NODES;
    count += count > 1 ? count % 2 : 0;
    List<int[]> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      parts.add(
          Arrays.copyOfRange(nodes, i * nodes.length / count, (i + 1) * nodes.length / count));
    }
    return parts;
  }

  private static void await(Future<?> lane) {
    try {
      lane.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("A pass of the language model failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScoringException("Scoring was interrupted", e);
    }
  }

  @Override
  public void close() {
    helpers.shutdown();
  }
}
