package io.souschef.web.live.people;

import io.souschef.skills.failure.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** One person drives at a time; the first who does something, until they let go or leave. */
public final class Wheel {

  private @Nullable String driver;

  /**
   * Takes the wheel if it is free.
   *
   * @throws InvalidInputException when somebody else has it
   */
  public synchronized void require(String name) {
    if (driver != null && !driver.equals(name)) {
      throw new InvalidInputException(
          "Somebody else is driving; take over first, or ask them to let go");
    }
    driver = name;
  }

  public synchronized void take(String name) {
    driver = name;
  }

  /** Lets go; without effect for those who do not have it. */
  public synchronized void release(String name) {
    if (name.equals(driver)) {
      driver = null;
    }
  }

  public synchronized @Nullable String driver() {
    return driver;
  }
}
