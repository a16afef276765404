package io.souschef.web.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns the world and drives the robot; does one thing after the other. */
final class RobotThread implements AutoCloseable {

  /** What the thread is called, for those who look at it from outside. */
  static final String NAME = "robot";

  private static final Logger LOG = LoggerFactory.getLogger(RobotThread.class);
  private static final long LAST_WORDS_S = 10;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> new Thread(work, NAME));

  /** Has something done after all that waits. */
  void run(Runnable work) {
    thread.execute(work);
  }

  /** Has something found out after all that waits. */
  <T> CompletableFuture<T> ask(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, thread);
  }

  /** Has something found out, and waits for it; throws what it throws. */
  <T> T await(Supplier<T> question) {
    try {
      return ask(question).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Takes no more work, and waits some seconds at most for what is being done. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LAST_WORDS_S, TimeUnit.SECONDS)) {
        LOG.warn("The robot did not come to an end within {} s", LAST_WORDS_S);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
