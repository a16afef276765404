package io.souschef.app.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Serving until Ctrl-C; then everything is ended in order before the process is gone. */
final class Serving implements AutoCloseable {

  private static final long LAST_WORDS_S = 20;

  private final PrintWriter writer;
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  Serving(PrintWriter writer) {
    this.writer = writer;
  }

  /**
   * Says where the page is and waits for the end.
   *
   * @param lines what is printed first
   * @param first what is done first of all on Ctrl-C
   */
  void awaitEnd(List<String> lines, Runnable first) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  first.run();
                  end.countDown();
                  // Models that still compute must not be torn down under them.
                  awaitQuietly();
                },
                "ctrl-c"));
    lines.forEach(writer::println);
    writer.println("Ctrl-C ends it");
    writer.flush();
    try {
      end.await();
    } catch (InterruptedException e) {
      return; // whoever runs this in a thread wants it to end, in order and with nothing broken off
    }
  }

  private void awaitQuietly() {
    try {
      boolean unused = ended.await(LAST_WORDS_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything has been closed. */
  @Override
  public void close() {
    ended.countDown();
  }
}
