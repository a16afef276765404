package io.souschef.app.cli.terminal;

import io.souschef.skills.execution.Robot;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens on Ctrl-C while a robot is driven: it is stopped, and the episode gets some seconds
 * to come to its end and to leave its page. The process must not be torn down before that, or a
 * model that is still computing would crash it.
 */
public final class Interruption implements AutoCloseable {

  private static final long LAST_WORDS_MS = 20_000;
  private static final long AGAIN_MS = 100;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  /**
   * Stands by until closed.
   *
   * @param stop what is done first
   * @param robot whose skills are canceled from then on, until the episode has ended
   */
  public Interruption(Runnable stop, Robot robot) {
    this(stop, robot, LAST_WORDS_MS);
  }

  /**
   * The same with another patience.
   *
   * @param patienceMs how long the episode may take to come to its end, milliseconds
   */
  public Interruption(Runnable stop, Robot robot, long patienceMs) {
    hook = new Thread(() -> interrupted(stop, robot, patienceMs), "ctrl-c");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupted(Runnable stop, Robot robot, long patienceMs) {
    stop.run();
    try {
      for (long waitedMs = 0; waitedMs < patienceMs; waitedMs += AGAIN_MS) {
        if (ended.await(AGAIN_MS, TimeUnit.MILLISECONDS)) {
          return;
        }
        robot.cancel();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The episode has ended. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the program is ending: the hook has its say
    }
  }
}
