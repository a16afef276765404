package io.souschef.app.cli.option;

import io.souschef.skills.failure.InvalidInputException;

/** How many threads may be asked for. Stateless. */
public final class Threads {

  /** More than this no machine has cores for, and thousands bring one to a stand. */
  private static final int MOST = 1024;

  private Threads() {}

  /**
   * Refuses a number of threads that makes no sense.
   *
   * @throws InvalidInputException when it does not
   */
  public static int require(int threads) {
    if (threads < 1 || threads > MOST) {
      throw new InvalidInputException(
          "--threads must be from 1 to %s, got %s".formatted(MOST, threads));
    }
    return threads;
  }
}
