package io.souschef.sim.physics.part;

import io.souschef.sim.kitchen.MovablePart;
import io.souschef.skills.world.Pose;

/**
 * A door or drawer in the world.
 *
 * @param part its description
 * @param body its body
 * @param closed the body's pose when closed
 */
public record Door(MovablePart part, Body body, Pose closed) {}
