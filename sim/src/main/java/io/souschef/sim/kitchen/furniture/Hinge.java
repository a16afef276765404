package io.souschef.sim.kitchen.furniture;

/** The edge on which a door turns, as one stands before it. */
public enum Hinge {
  LEFT,
  RIGHT,
  /** Its lower edge: it comes down, as at an oven. */
  BELOW
}
