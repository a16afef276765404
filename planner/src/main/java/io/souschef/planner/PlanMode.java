package io.souschef.planner;

/** How it is planned. */
public enum PlanMode {
  /** Skill by skill, as the paper does. */
  STEPS,
  /** What is meant is written down as a program, which is then carried out. */
  PROGRAM
}
