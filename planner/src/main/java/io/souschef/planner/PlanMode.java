package io.souschef.planner;

/** How it is planned. */
public enum PlanMode {
  /** Skill by skill, as the paper does. */
  STEPS,
  /** What is meant is written down as a program, which is then carried out. */
  PROGRAM,
  /** The same, its parts always in the order in which they were said: no looking ahead. */
  IN_ORDER;

  /** Whether a program is written. */
  public boolean isProgram() {
    return this != STEPS;
  }
}
