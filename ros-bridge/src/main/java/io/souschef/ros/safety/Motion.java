package io.souschef.ros.safety;

import java.util.concurrent.CompletableFuture;

/** Something that may move the robot, from its sending until its end is known. */
interface Motion {

  /** Full name of its action or service. */
  String name();

  /** Completes once the robot itself has said that it is over; never exceptionally. */
  CompletableFuture<Void> over();

  /** What is known of one whose end is not: "its server refuses to cancel it". */
  String doubt();

  default boolean isOver() {
    return over().isDone();
  }
}
