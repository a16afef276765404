package io.souschef.web.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/**
 * A run of many episodes, under way or over. Only what it has written is read, so that it never
 * waits for those who look. Safe for use by any thread.
 */
public interface WatchedRun {

  /**
   * How far it is, as {@code openapi.json} describes it: progress, rates with their intervals, the
   * newest failures.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when its folder cannot be read
   */
  ObjectNode json();

  /**
   * The trace of an attempt that has ended.
   *
   * @param name as failures name it; anything else is refused
   * @throws io.souschef.skills.failure.InvalidInputException when there is none of that name
   */
  Path trace(String name);
}
