package io.souschef.models.server.scoring;

import io.souschef.planner.usefulness.ScoringException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks several questions at a time, where waiting is what takes the time. */
public final class SideBySide {

  private SideBySide() {}

  /**
   * Asks all and waits for all. Interrupting the calling thread cancels them.
   *
   * @param width questions at a time, at least 1
   * @return the answers in the questions' order
   * @throws RuntimeException the first failure in that order
   */
  public static <T> List<T> ask(int width, List<Callable<T>> questions) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(width, questions.size())),
            task -> {
              Thread thread = new Thread(task, "souschef-asking");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(questions)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScoringException("Waiting for a server was canceled", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("A question failed in an unknown way", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
