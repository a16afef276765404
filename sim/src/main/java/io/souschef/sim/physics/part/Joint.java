package io.souschef.sim.physics.part;

/**
 * A joint's handle: valid in the world that gave it out and in every copy of that world.
 *
 * @param index number in order of addition
 */
public record Joint(int index) {}
