package io.souschef.evaluation.engine;

import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.skills.text.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs episodes on the cores of this machine, with one runner a thread. */
public final class ThreadEngine implements Engine {

  private final EpisodeRunner.Factory runners;
  private final int threads;

  public ThreadEngine(EpisodeRunner.Factory runners, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("An engine needs at least 1 thread, got " + threads);
    }
    this.runners = runners;
    this.threads = threads;
  }

  @Override
  public String name() {
    return Counted.of(threads, "thread");
  }

  @Override
  public void run(List<EpisodeKey> episodes, Consumer<EpisodeResult> sink) {
    Queue<EpisodeKey> queue = new ConcurrentLinkedQueue<>(episodes);
    Object turn = new Object();
    Consumer<EpisodeResult> oneAtATime =
        result -> {
          synchronized (turn) {
            sink.accept(result);
          }
        };
    int workers = Math.min(threads, episodes.size());
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, workers));
    try {
      ExecutorCompletionService<Void> completion = new ExecutorCompletionService<>(pool);
      List<Future<Void>> futures = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        futures.add(completion.submit(() -> work(queue, oneAtATime), null));
      }
      for (int i = 0; i < futures.size(); i++) {
        completion.take().get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("An episode broke down", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run was interrupted", e);
    } finally {
      queue.clear();
      pool.shutdown();
      awaitEnd(pool);
    }
  }

  private void work(Queue<EpisodeKey> queue, Consumer<EpisodeResult> sink) {
    try (EpisodeRunner runner = runners.create()) {
      EpisodeKey key = queue.poll();
      while (key != null) {
        sink.accept(runner.run(key));
        key = queue.poll();
      }
    } catch (RuntimeException e) {
      // The others finish what they are at and find nothing more to do.
      queue.clear();
      throw e;
    }
  }

  /** Episodes under way still reach the sink, so it must not be closed before their end. */
  private static void awaitEnd(ExecutorService pool) {
    try {
      while (!pool.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES)) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
