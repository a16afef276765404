package io.souschef.app.cli.terminal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Something that is opened on a thread of its own while the caller opens the rest: a model and a
 * kitchen take about the same time. Closing it closes what was opened, also where nobody awaited
 * it.
 *
 * @param <T> what is opened
 */
public final class Opening<T extends AutoCloseable> implements AutoCloseable {

  private final CompletableFuture<T> opened = new CompletableFuture<>();

  private Opening() {}

  public static <T extends AutoCloseable> Opening<T> of(Supplier<T> opener) {
    // Two threads that log while logging is set up would make it complain on standard error.
    var unused = LoggerFactory.getILoggerFactory();
    Opening<T> opening = new Opening<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                opening.opened.complete(opener.get());
              } catch (RuntimeException | Error e) {
                opening.opened.completeExceptionally(e);
              }
            },
            "opening");
    thread.setDaemon(true);
    thread.start();
    return opening;
  }

  /** Waits until it is open, and throws what opening it threw. */
  public T await() {
    try {
      return opened.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    T done;
    try {
      done = opened.join();
    } catch (CompletionException e) {
      return; // told by await
    }
    try {
      done.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("What was opened cannot be closed", e);
    }
  }
}
