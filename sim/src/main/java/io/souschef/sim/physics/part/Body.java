package io.souschef.sim.physics.part;

/**
 * A body's handle: valid in the world that gave it out and in every copy of that world.
 *
 * @param index number in order of addition
 * @param id unique in the world: "coke-2", "table/top", "robot/base"
 * @param role how it moves
 */
public record Body(int index, String id, Role role) {

  /** How a body moves and what it touches. */
  public enum Role {
    /** Never moves: walls, furniture. */
    FIXED,
    /** Moves by forces alone: the things in the kitchen. */
    LOOSE,
    /** Moves by forces within a joint: doors, drawers. Touches loose and driven bodies only. */
    JOINTED,
    /** Moves as told, with infinite force: the robot. Does not touch other driven bodies. */
    DRIVEN
  }

  @Override
  public String toString() {
    return id;
  }
}
