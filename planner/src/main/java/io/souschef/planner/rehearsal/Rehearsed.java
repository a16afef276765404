package io.souschef.planner.rehearsal;

import java.util.List;

/**
 * What carrying out a program would come to, as far as the robot knows.
 *
 * @param obstacle what stands in its way, in a sentence; empty where nothing is known to
 * @param supposed kinds of things that it needs and that nobody has seen yet, each supposed to be
 *     where the robot has not looked
 * @param seconds robot time that it is expected to take
 */
public record Rehearsed(String obstacle, List<String> supposed, double seconds) {

  /** A program of which nothing has to be tried: it moves nothing. */
  public static final Rehearsed STILL = new Rehearsed("", List.of(), 0);

  public Rehearsed {
    supposed = List.copyOf(supposed);
  }

  /** Whether something stands in its way. */
  public boolean isHindered() {
    return !obstacle.isEmpty();
  }
}
