package io.souschef.planner;

/** How it is planned. */
public enum PlanMode {
  /** Skill by skill, as the paper does. */
  STEPS,
  /** What is meant is written down as a program, which is then carried out. */
  PROGRAM,
  /** The same, its parts always in the order in which they were said: no looking ahead. */
  IN_ORDER,
  /** As by programs, and what may be meant is rehearsed before anything moves. */
  REHEARSED,
  /** By programs and step by step at once. */
  JOINT;

  /** Whether a program is written. */
  public boolean isProgram() {
    return this != STEPS;
  }
}
