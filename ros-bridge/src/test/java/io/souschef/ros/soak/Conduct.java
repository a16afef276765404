package io.souschef.ros.soak;

import java.util.Locale;

/** What a goal's server does with it. */
public enum Conduct {
  SUCCEED(false),
  ABORT(false),
  REJECT(false),
  /** Runs until it is canceled. */
  RUN(false),
  /** The same, and what would say how it ended is lost. */
  LOSE_RESULT(false),
  /** The same, and what would say that it was taken on is lost. */
  LOSE_ACCEPT(false),
  /** It is not taken on, and nobody says so. */
  IGNORE(true),
  /** Its cancel is refused. */
  REFUSE(true),
  /** Its cancel is accepted, and it goes on. */
  DEAF(true);

  private final boolean needsPerson;

  Conduct(boolean needsPerson) {
    this.needsPerson = needsPerson;
  }

  /** Whether nothing that Souschef can send ends it. */
  boolean needsPerson() {
    return needsPerson;
  }

  /** As a place of the robot's file is called, and as a goal's field says it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
